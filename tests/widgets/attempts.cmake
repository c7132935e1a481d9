# The demo run that tests of panels show, and the panels of runs and attempts.
add_library(tests_demorun STATIC
    "${CMAKE_SOURCE_DIR}/tests/support/demorun.cpp" "${CMAKE_SOURCE_DIR}/tests/support/demorun.h"
    "${CMAKE_SOURCE_DIR}/tests/support/demorunparts.cpp"
    "${CMAKE_SOURCE_DIR}/tests/support/demotasks.cpp" "${CMAKE_SOURCE_DIR}/tests/support/demotasks.h")
target_link_libraries(tests_demorun PUBLIC autodidact_options core_control)

autodidact_test(tst_demorun SOURCES tst_demorun.cpp LIBRARIES tests_demorun)
autodidact_test(tst_verdictpanel SOURCES tst_verdictpanel.cpp LIBRARIES widgets_verdict tests_demorun GUI)
autodidact_test(tst_reflectionpanel SOURCES tst_reflectionpanel.cpp LIBRARIES widgets_reflection tests_demorun GUI)
autodidact_test(tst_promptpanel SOURCES tst_promptpanel.cpp LIBRARIES widgets_prompt tests_demorun GUI)
autodidact_test(tst_runstree SOURCES tst_runstree.cpp LIBRARIES widgets_runs tests_demorun GUI)
autodidact_test(tst_runspanel SOURCES tst_runspanel.cpp LIBRARIES widgets_runs tests_demorun GUI)
