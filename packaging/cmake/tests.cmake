# autodidact_test(NAME SOURCES ... LIBRARIES ... [LABELS ...] [ENVIRONMENT ...] [TIMEOUT seconds] [GUI])
# A Qt Test program run by CTest. GUI tests run on the offscreen platform. Under a sanitizer a finding fails the test; what
# is suppressed, and why, stands in packaging/sanitizers.
set(sanitizer_environment
    "ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1"
    "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/packaging/sanitizers/leaks.txt:print_suppressions=0"
    "QTEST_FUNCTION_TIMEOUT=1200000"
    "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1"
    "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/packaging/sanitizers/races.txt:second_deadlock_stack=1")
function(autodidact_test name)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE autodidact_options Qt6::Test ${ARG_LIBRARIES})
    target_compile_definitions(${name} PRIVATE AUTODIDACT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set(environment "AUTODIDACT_HELPERS=$<TARGET_FILE_DIR:autodidact-sandbox>;${ARG_ENVIRONMENT}")
    if(ARG_GUI)
        list(APPEND environment "QT_QPA_PLATFORM=offscreen")
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    if(AUTODIDACT_SANITIZE)
        list(APPEND environment ${sanitizer_environment})
        math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}")
    endif()
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "${environment}" LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()
