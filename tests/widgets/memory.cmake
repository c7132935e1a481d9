# The panels of memories, prompt versions and the safety log.
autodidact_test(tst_memorydrafts SOURCES tst_memorydrafts.cpp LIBRARIES widgets_memory GUI)
autodidact_test(tst_memoryquery SOURCES tst_memoryquery.cpp LIBRARIES widgets_memory tests_demorun resources_core GUI)
autodidact_test(tst_memorymodel SOURCES tst_memorymodel.cpp LIBRARIES widgets_memory resources_core GUI)
autodidact_test(tst_memorypanel SOURCES tst_memorypanel.cpp LIBRARIES widgets_memory tests_demorun resources_core GUI)
autodidact_test(tst_versiontree SOURCES tst_versiontree.cpp LIBRARIES widgets_versions GUI)
autodidact_test(tst_versionspanel SOURCES tst_versionspanel.cpp LIBRARIES widgets_versions tests_demorun GUI)
autodidact_test(tst_rollbacktext SOURCES tst_rollbacktext.cpp LIBRARIES widgets_versions tests_demorun GUI)
autodidact_test(tst_safetypanel SOURCES tst_safetypanel.cpp LIBRARIES widgets_safety tests_demorun GUI)
