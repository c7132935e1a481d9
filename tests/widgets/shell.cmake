# The ground of the window, its dialogs and its shell.
# base
autodidact_test(tst_cursorkeeper SOURCES tst_cursorkeeper.cpp LIBRARIES widgets_base GUI)
autodidact_test(tst_nowheel SOURCES tst_nowheel.cpp LIBRARIES widgets_base GUI)
autodidact_test(tst_textscroll SOURCES tst_textscroll.cpp LIBRARIES widgets_base GUI)
autodidact_test(tst_theme SOURCES tst_theme.cpp LIBRARIES widgets_base GUI)

# runcontrol
autodidact_test(tst_liverun SOURCES tst_liverun.cpp LIBRARIES widgets_runcontrol GUI)
autodidact_test(tst_runplan SOURCES tst_runplan.cpp LIBRARIES widgets_runcontrol GUI)

# dialogs
autodidact_test(tst_dialoglook SOURCES tst_dialoglook.cpp LIBRARIES widgets_shell tests_demorun autodidact_translations GUI)
autodidact_test(tst_newrun SOURCES tst_newrun.cpp LIBRARIES widgets_dialogs GUI)
autodidact_test(tst_runlistmodel SOURCES tst_runlistmodel.cpp LIBRARIES widgets_dialogs GUI)

# shell
autodidact_test(tst_demopacer SOURCES tst_demopacer.cpp LIBRARIES widgets_shell GUI)
autodidact_test(tst_follower SOURCES tst_follower.cpp LIBRARIES widgets_shell GUI)
autodidact_test(tst_mainwindow SOURCES tst_mainwindow.cpp LIBRARIES widgets_shell autodidact_translations GUI)
autodidact_test(tst_messagebar SOURCES tst_messagebar.cpp LIBRARIES widgets_shell GUI)
autodidact_test(tst_navigator SOURCES tst_navigator.cpp LIBRARIES widgets_shell tests_demorun GUI)
autodidact_test(tst_panelwiring SOURCES tst_panelwiring.cpp LIBRARIES widgets_shell tests_demorun GUI)
autodidact_test(tst_runwindow SOURCES tst_runwindow.cpp LIBRARIES widgets_shell GUI)
autodidact_test(tst_heldwindow SOURCES tst_heldwindow.cpp LIBRARIES widgets_shell tests_demorun GUI)
autodidact_test(tst_secondstart SOURCES tst_secondstart.cpp LIBRARIES widgets_shell tests_demorun GUI)
autodidact_test(tst_windowmanners SOURCES tst_windowmanners.cpp LIBRARIES widgets_shell tests_demorun GUI)
