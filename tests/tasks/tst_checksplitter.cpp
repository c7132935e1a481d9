#include "core/tasks/checksplitter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestCheckSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tests");
        QTest::newRow("one test per assert")
            << u"METADATA = {'a': 1}\n\n\ndef check(candidate):\n    assert candidate(1) == 2\n    # why\n    assert candidate(2) == 3, 'no'\n"_s
            << QStringList{u"candidate = f\nassert candidate(1) == 2\n"_s, u"candidate = f\nassert candidate(2) == 3, 'no'\n"_s};
        QTest::newRow("what stands before is carried along")
            << u"import math\n\ndef check(candidate):\n    from copy import deepcopy\n    assert candidate(1)\n    tolerance = 1\n    assert candidate(2) < tolerance\n"_s
            << QStringList{u"import math\ncandidate = f\nfrom copy import deepcopy\nassert candidate(1)\n"_s,
                   u"import math\ncandidate = f\nfrom copy import deepcopy\ntolerance = 1\nassert candidate(2) < tolerance\n"_s};
        QTest::newRow("a loop is one test, moved to the margin")
            << u"def check(candidate):\n    for i in range(3):\n        x = i\n        assert candidate(x) == \"\"\"a\n        b\"\"\"\n"_s
            << QStringList{u"candidate = f\nfor i in range(3):\n    x = i\n    assert candidate(x) == \"\"\"a\n        b\"\"\"\n"_s};
        QTest::newRow("asserts of nothing fall away")
            << u"def check(candidate):\n    assert True, 'starts'\n    assert candidate(1)\n    assert True\n"_s
            << QStringList{u"candidate = f\nassert candidate(1)\n"_s};
        QTest::newRow("a value handed to the code and used again stays with it")
            << u"def check(candidate):\n    assert candidate([0]) == 0\n    xs = [1]\n    assert candidate(xs) == 1\n    assert xs == [1]\n"_s
            << QStringList{u"candidate = f\nassert candidate([0]) == 0\n"_s, u"candidate = f\nxs = [1]\nassert candidate(xs) == 1\nassert xs == [1]\n"_s};
        QTest::newRow("a loop that leaves a value behind stays with its reader")
            << u"def check(candidate):\n    total = 0\n    for i in range(2):\n        total += i\n        assert candidate(i)\n    assert candidate(total)\n"_s
            << QStringList{u"candidate = f\ntotal = 0\nfor i in range(2):\n    total += i\n    assert candidate(i)\nassert candidate(total)\n"_s};
        QTest::newRow("the parameter has the name of the function, and the text calls check itself")
            << u"def check(f):\n    assert f(1) == 2\n    assert f(2) == 3\n\ncheck(f)\n"_s
            << QStringList{u"assert f(1) == 2\n"_s, u"assert f(2) == 3\n"_s};
        QTest::newRow("another name of the parameter")
            << u"def check(g):\n    assert g(1) == 2\n"_s << QStringList{u"g = f\nassert g(1) == 2\n"_s};
        QTest::newRow("a call after the last assert may raise")
            << u"def check(candidate):\n    assert candidate(1)\n    candidate(None)\n"_s
            << QStringList{u"candidate = f\nassert candidate(1)\n"_s, u"candidate = f\ncandidate(None)\n"_s};
        QTest::newRow("a body with return stays a function")
            << u"def check(candidate):\n    assert candidate(1)\n    if candidate(2):\n        return\n    assert candidate(3)\n"_s
            << QStringList{u"def check(candidate):\n    assert candidate(1)\n    if candidate(2):\n        return\n    assert candidate(3)\ncheck(f)\n"_s};
    }

    void splits()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, tests);
        const auto split = splitCheck(text, u"f"_s);
        QVERIFY2(split, split ? "" : qPrintable(split.error().detail));
        QStringList codes;
        for (const TestCase &test : split->tests)
            codes.append(test.code);
        QCOMPARE(codes, tests);
        QCOMPARE(split->isolation, Isolation::Split);
    }

    void valuesThatCannotCross_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<bool>("inProcess");
        QTest::newRow("plain") << u"assert candidate([1], {'a': (1, 2)})"_s << false;
        QTest::newRow("lambda") << u"assert candidate(lambda x: x)"_s << true;
        QTest::newRow("generator") << u"assert candidate(x for x in [1])"_s << true;
        QTest::newRow("instance") << u"class A: pass\n    assert candidate(A())"_s << true;
        QTest::newRow("function") << u"def g(): pass\n    assert candidate(g)"_s << true;
        QTest::newRow("lambda beside the call") << u"assert sorted(candidate([1]), key=lambda x: x)"_s << false;
    }

    void valuesThatCannotCross()
    {
        QFETCH(QString, statement);
        QFETCH(bool, inProcess);
        const auto split = splitCheck(u"def check(candidate):\n    %1\n"_s.arg(statement), u"f"_s);
        QVERIFY(split);
        QCOMPARE(split->isolation == Isolation::InProcess, inProcess);
    }

    void refuses()
    {
        QVERIFY(splitCheck(u"def test(candidate):\n    assert candidate(1)\n"_s, u"f"_s).error().detail.contains(u"does not define check"_s));
        QVERIFY(splitCheck(u"return 1\ndef check(candidate):\n    assert candidate(1)\n"_s, u"f"_s).error().detail.contains(u"returns outside a function"_s));
        QVERIFY(splitCheck(u"def check(candidate):\n    pass\n"_s, u"f"_s).error().detail.contains(u"asserts nothing"_s));
    }
};

QTEST_APPLESS_MAIN(TestCheckSplitter)
#include "tst_checksplitter.moc"
