# One static library per tree-sitter grammar that the set-up fetched: target tree_sitter_python and so on, each with
# the C function of the same name. Only Python is required; the others are built where they are wanted.
set(AUTODIDACT_GRAMMARS "$ENV{AUTODIDACT_GRAMMARS}" CACHE PATH "Folder with the fetched tree-sitter grammars")

function(autodidact_grammar name)
    set(sources "${AUTODIDACT_GRAMMARS}/tree-sitter-${name}/src")
    if(NOT EXISTS "${sources}/parser.c")
        return()
    endif()
    add_library(tree_sitter_${name} STATIC EXCLUDE_FROM_ALL "${sources}/parser.c")
    if(EXISTS "${sources}/scanner.c")
        target_sources(tree_sitter_${name} PRIVATE "${sources}/scanner.c")
    endif()
    target_include_directories(tree_sitter_${name} PRIVATE "${sources}")
    set_target_properties(tree_sitter_${name} PROPERTIES
        AUTOMOC OFF AUTORCC OFF C_STANDARD 11 POSITION_INDEPENDENT_CODE ON)
    # Generated code: its warnings tell nobody anything, and optimising its tables takes long and gains little.
    target_compile_options(tree_sitter_${name} PRIVATE -w -O1)
endfunction()

foreach(language python java javascript rust)
    autodidact_grammar(${language})
endforeach()

if(NOT TARGET tree_sitter_python)
    message(FATAL_ERROR "The Python grammar is missing in \"${AUTODIDACT_GRAMMARS}\". "
        "Configure through ./packaging/dev, which fetches it, or set AUTODIDACT_GRAMMARS.")
endif()
