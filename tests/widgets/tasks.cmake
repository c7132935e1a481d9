# Suites and their tasks, and the editor of tasks of one's own.
foreach(test tst_taskeditor tst_suiteswindow)
    autodidact_test(${test} SOURCES ${test}.cpp taskdesk.h
        LIBRARIES widgets_tasks widgets_shell core_runners resources_core autodidact_translations GUI LABELS sandbox)
    add_dependencies(${test} autodidact-sandbox autodidact-cli)
    target_compile_definitions(${test} PRIVATE AUTODIDACT_CLI="$<TARGET_FILE:autodidact-cli>")
endforeach()
