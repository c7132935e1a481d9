# The demo run that tests of panels show, and the panels of runs and attempts.
add_library(tests_demorun STATIC
    "${CMAKE_SOURCE_DIR}/tests/support/demorun.cpp" "${CMAKE_SOURCE_DIR}/tests/support/demorun.h"
    "${CMAKE_SOURCE_DIR}/tests/support/demorunparts.cpp"
    "${CMAKE_SOURCE_DIR}/tests/support/demotasks.cpp" "${CMAKE_SOURCE_DIR}/tests/support/demotasks.h")
target_link_libraries(tests_demorun PUBLIC autodidact_options core_control)

autodidact_test(tst_demorun SOURCES tst_demorun.cpp LIBRARIES tests_demorun)
