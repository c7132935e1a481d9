# The code diff and the success curve.
autodidact_test(tst_diffwords SOURCES tst_diffwords.cpp LIBRARIES widgets_codediff GUI)
autodidact_test(tst_diffrows SOURCES tst_diffrows.cpp LIBRARIES widgets_codediff GUI)
autodidact_test(tst_codeview SOURCES tst_codeview.cpp LIBRARIES widgets_codediff GUI)
autodidact_test(tst_diffpanel SOURCES tst_diffpanel.cpp LIBRARIES widgets_codediff tests_demorun GUI)

autodidact_test(tst_curvedata SOURCES tst_curvedata.cpp LIBRARIES widgets_curve GUI)
autodidact_test(tst_curvepoints SOURCES tst_curvepoints.cpp LIBRARIES widgets_curve GUI)
autodidact_test(tst_curvepanel SOURCES tst_curvepanel.cpp LIBRARIES widgets_curve tests_demorun GUI)
