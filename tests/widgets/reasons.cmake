# The sentences for what the core states by code: every code, every cause, every fault of the machine, in both languages.
autodidact_test(tst_reasonwords SOURCES tst_reasonwords.cpp
    LIBRARIES widgets_base widgets_welcome widgets_safety core_student autodidact_translations GUI)
