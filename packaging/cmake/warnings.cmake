# One interface target with the warnings and definitions that every target of ours uses.
add_library(autodidact_options INTERFACE)

target_compile_options(autodidact_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers>
    # GCC 14 suspects std::expected and QList at -O2, wrongly.
    $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-Wno-maybe-uninitialized>
    -ffp-contract=off)
if(AUTODIDACT_WERROR)
    target_compile_options(autodidact_options INTERFACE -Werror)
endif()

target_compile_definitions(autodidact_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS)

if(AUTODIDACT_SANITIZE)
    target_compile_options(autodidact_options INTERFACE
        -fsanitize=${AUTODIDACT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(autodidact_options INTERFACE -fsanitize=${AUTODIDACT_SANITIZE})
endif()

# autodidact_library(NAME SOURCES ... PUBLIC ... PRIVATE ...): a static library of ours.
function(autodidact_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC autodidact_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()
