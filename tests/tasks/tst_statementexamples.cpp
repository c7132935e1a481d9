#include "core/tasks/statementexamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestStatementExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("docstring");
        QTest::addColumn<QStringList>("examples");
        QTest::newRow("doctest") << u"Adds.\n    >>> f(1, 2)\n    3\n    >>> f([1,\n    ...    2])\n    'x'\n\n    more"_s
                                 << QStringList{u"f(1, 2) -> 3"_s, u"f([1,\n    2]) -> 'x'"_s};
        QTest::newRow("doctest over lines") << u">>> f()\n[1,\n 2]\n>>> f(0)\nTrue"_s << QStringList{u"f() -> [1,\n2]"_s, u"f(0) -> True"_s};
        QTest::newRow("prose behind a doctest") << u">>> f(1)\n2\nand so on"_s << QStringList{u"f(1) -> 2"_s};
        QTest::newRow("wrapped") << u">>> round(f(1), 2)\n0.5"_s << QStringList{u"round(f(1), 2) -> 0.5"_s};
        QTest::newRow("equal") << u"  f(1, 'a') == [2]"_s << QStringList{u"f(1, 'a') -> [2]"_s};
        QTest::newRow("arrow") << u"  f(1) ➞ 2 \n  f(2)=> 3\n  f(3) ->4\n f(4) ==> {'a': None}"_s
                               << QStringList{u"f(1) -> 2"_s, u"f(2) -> 3"_s, u"f(3) -> 4"_s, u"f(4) -> {'a': None}"_s};
        QTest::newRow("words") << u"f(1) returns 2\nf(2) should return 3.\n* f(3) is -1"_s
                               << QStringList{u"f(1) -> 2"_s, u"f(2) -> 3"_s, u"f(3) -> -1"_s};
        QTest::newRow("comments") << u"f(1) # => 'a' (the first)\nf(2) # returns 'b'\nf(3) == 4 # why"_s
                                  << QStringList{u"f(2) -> 'b'"_s, u"f(3) -> 4"_s};
        QTest::newRow("open bracket goes on") << u"f([\n  [1],\n  [2]\n], 1) == [(0, 0),\n (1, 1)]"_s
                                              << QStringList{u"f([\n[1],\n[2]\n], 1) -> [(0, 0),\n(1, 1)]"_s};
        QTest::newRow("small truth") << u"f(1) => true"_s << QStringList{u"f(1) -> True"_s};
        QTest::newRow("bracket in a string") << u"f(')') == ')('"_s << QStringList{u"f(')') -> ')('"_s};
        QTest::newRow("not sure") << u"f(n) = 1\nf(1) == 2 + 3 = 5\nf(2) == (\"x\")\ng(1) == 2\nf(3) gives nothing\nf(4)\nthe f(5) == 6\nf(6) == \"\"a\"\nf(7) -> x"_s
                                  << QStringList();
        QTest::newRow("disputed") << u"f(1) == 2\nf( 1 ) == 3\nf(2) == 4\nf(2)==4"_s << QStringList{u"f(2) -> 4"_s};
    }

    void reads()
    {
        QFETCH(QString, docstring);
        QFETCH(QStringList, examples);
        QStringList found;
        for (const Example &example : examplesOf(docstring.toUtf8(), "f"))
            found.append(QString::fromUtf8(example.call + " -> " + example.expected));
        QCOMPARE(found, examples);
    }

    void testsOverrule()
    {
        const QList<Example> examples{{"f(1)", "2"}, {"f('a', 2)", "[1, 2]"}, {"f(3)", "4"}};
        const QList<TestCase> tests{{u""_s, u"candidate = f\nassert candidate(1) == 5"_s},
            {u""_s, u"candidate = f\nassert candidate(\"a\",2) == [1,2], 'same'"_s}, {u""_s, u"assert candidate(3) != 4"_s}};
        QCOMPARE(withoutContradicted(examples, tests, "f"), (QList<Example>{{"f('a', 2)", "[1, 2]"}, {"f(3)", "4"}}));
    }

    void makesTests()
    {
        QCOMPARE(testsOf({{"f(1)", "2"}}), (QList<TestCase>{{u"f(1)"_s, u"assert (f(1)) == (2)"_s}}));
        QCOMPARE(testsOf({{"f('" + QByteArray(90, 'a') + "')", "2"}}).first().name.size(), 60);
    }
};

QTEST_APPLESS_MAIN(TestStatementExamples)
#include "tst_statementexamples.moc"
