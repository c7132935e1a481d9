#include "core/base/random.h"
#include "widgets/codediff/codesheet.h"
#include "widgets/codediff/liveanswer.h"

#include <QElapsedTimer>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// One letter a row: = kept, ~ changed, - removed, + added.
QString shape(const QList<DiffRow> &rows)
{
    QString text;
    for (const DiffRow &row : rows)
        text += u"=~-+"[int(row.kind)];
    return text;
}

QString textOf(const QList<DiffRow> &rows, CodeSide side)
{
    QStringList lines;
    for (const DiffRow &row : rows) {
        const DiffSide &part = side == CodeSide::Before ? row.before : row.after;
        if (part.number > 0)
            lines.append(part.text);
    }
    return lines.join(u'\n');
}

QString randomText(Random &random, int lines)
{
    QStringList texts;
    for (int i = 0; i < lines; ++i)
        texts.append(u"line %1 of %2"_s.arg(random.below(6)).arg(random.below(3)));
    return texts.join(u'\n');
}

} // namespace

class TestDiffRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsLinesThatAreAlike_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("equal") << u"a\nb\n"_s << u"a\nb\n"_s << u"=="_s;
        QTest::newRow("changed line") << u"def f(x):\n    return x\n"_s << u"def f(x):\n    return x + 1\n"_s << u"=~"_s;
        QTest::newRow("unlike lines are not paired") << u"a\nfoo\nb\n"_s << u"a\n1234567\nb\n"_s << u"=-+="_s;
        QTest::newRow("added at the end") << u"a\n"_s << u"a\nb\n"_s << u"=+"_s;
        QTest::newRow("removed at the start") << u"a\nb\n"_s << u"b\n"_s << u"-="_s;
        QTest::newRow("paired behind an insertion") << u"top\nreturn total\n"_s << u"top\nif not values:\nreturn total / 2\n"_s << u"=+~"_s;
        QTest::newRow("from nothing") << u""_s << u"a\nb\n"_s << u"++"_s;
        QTest::newRow("to nothing") << u"a\n"_s << u""_s << u"-"_s;
        QTest::newRow("without a line end") << u"a\nb"_s << u"a\nb"_s << u"=="_s;
        QTest::newRow("line ends of Windows do not count") << u"a\r\nb\r\n"_s << u"a\nb\n"_s << u"=="_s;
    }

    void pairsLinesThatAreAlike()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto rows = DiffRows::compare(before, after);
        QVERIFY(rows.has_value());
        QTEST(shape(*rows), "expected");
    }

    void keepsEveryLineOfBothTexts()
    {
        Random random(7);
        for (int round = 0; round < 60; ++round) {
            const QString before = randomText(random, 1 + int(random.below(20)));
            const QString after = randomText(random, 1 + int(random.below(20)));
            const auto rows = DiffRows::compare(before, after);
            QVERIFY(rows.has_value());
            QCOMPARE(textOf(*rows, CodeSide::Before), before);
            QCOMPARE(textOf(*rows, CodeSide::After), after);
            int oldNumber = 0;
            int newNumber = 0;
            for (const DiffRow &row : *rows) {
                QVERIFY(row.before.number == 0 || row.before.number == ++oldNumber);
                QVERIFY(row.after.number == 0 || row.after.number == ++newNumber);
                QVERIFY(row.kind != RowKind::Kept || row.before.text == row.after.text);
            }
        }
    }

    void bothSidesHaveAsManyLines()
    {
        const auto rows = DiffRows::compare(u"a\nb\nc\nd\n"_s, u"a\nx = 1\ny = 2\nd\n"_s);
        const CodeSheet before = CodeSheets::side(*rows, CodeSide::Before, {});
        const CodeSheet after = CodeSheets::side(*rows, CodeSide::After, {{1}, {3}});
        QCOMPARE(before.lines.size(), after.lines.size());
        QCOMPARE(before.changes, QList<int>{1});
        QCOMPARE(after.changes, before.changes);
        QCOMPARE(after.lines[*after.indexOf(CodeSide::After, 3)].text, u"y = 2"_s);
        QCOMPARE(after.lines[*after.indexOf(CodeSide::After, 3)].reached, Reached::Missed);
        QCOMPARE(after.lines[0].reached, Reached::Covered);
        QVERIFY(!after.indexOf(CodeSide::After, 99));
        QVERIFY(after.measured && !before.measured);
    }

    void inlineShowsRemovedAboveAdded()
    {
        const auto rows = DiffRows::compare(u"def f(x):\n    a = x\n    return a\n"_s, u"def f(x):\n    a = x + 1\n    return a * 2\n"_s);
        const CodeSheet sheet = CodeSheets::inlined(*rows);
        QStringList shown;
        for (const CodeLine &line : sheet.lines)
            shown.append(u"%1%2|%3|%4"_s.arg(QString(u" -+"[int(line.mark)])).arg(line.before).arg(line.after).arg(line.text.trimmed()));
        QCOMPARE(shown, (QStringList{u" 1|1|def f(x):"_s, u"-2|0|a = x"_s, u"-3|0|return a"_s, u"+0|2|a = x + 1"_s, u"+0|3|return a * 2"_s}));
        QCOMPARE(sheet.changes, QList<int>{1});
    }

    void copyGivesCodeAlone()
    {
        const auto rows = DiffRows::compare(u"a\nold\nz\n"_s, u"a\n123456\nz\n"_s);
        const auto copied = [](const CodeSheet &sheet) { return CodeSheets::copied(sheet.lines, sheet.numbers); };
        const CodeSheet both = CodeSheets::inlined(*rows);
        QCOMPARE(copied(both), u"a\n123456\nz"_s);
        QCOMPARE(CodeSheets::copied({both.lines[1]}, both.numbers), u"old"_s);
        QCOMPARE(copied(CodeSheets::side(*rows, CodeSide::Before)), u"a\nold\nz"_s);
        QCOMPARE(copied(CodeSheets::side(*rows, CodeSide::After)), u"a\n123456\nz"_s);
    }

    void fiveThousandLinesAreQuick()
    {
        QStringList before;
        QStringList after;
        for (int i = 0; i < 5000; ++i) {
            before.append(u"    value_%1 = compute(%1, other)"_s.arg(i));
            after.append(i % 7 ? before.last() : u"    value_%1 = compute(%1, another)  # changed"_s.arg(i));
        }
        QElapsedTimer timer;
        timer.start();
        const auto rows = DiffRows::compare(before.join(u'\n'), after.join(u'\n'));
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), 5000);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }

    void findsCodeInAnAnswerThatGoesOn_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("code");
        QTest::newRow("prose only") << u"I look at"_s << u"I look at"_s;
        QTest::newRow("open fence") << u"Look:\n```python\ndef f():\n    re"_s << u"def f():\n    re"_s;
        QTest::newRow("closed fence") << u"```python\ndef f(): pass\n```\nDone"_s << u"def f(): pass"_s;
    }

    void findsCodeInAnAnswerThatGoesOn()
    {
        QFETCH(QString, answer);
        QTEST(LiveAnswers::codeIn(answer).trimmed(), "code");
    }

    void answersOfSeveralJobsStayApart()
    {
        LiveAnswers answers;
        const RunId run{3};
        answers.add(run, {{1, Phase::Learn, 0, 1}, u"a = 1"_s});
        answers.add(run, {{1, Phase::Learn, 2, 1}, u"b = 2"_s});
        answers.add(run, {{1, Phase::Learn, 0, 1}, u"\nc = 3"_s});
        QCOMPARE(answers.codeAt({run, 1, 0, 1}), u"a = 1\nc = 3"_s);
        QCOMPARE(answers.codeAt({run, 1, 2, 1}), u"b = 2"_s);
        QVERIFY(!answers.codeAt({run, 1, 2, 2}));
        QVERIFY(!answers.codeAt({RunId{4}, 1, 2, 1}));
        answers.forget(run, {1, Phase::Learn, 0, 1});
        QVERIFY(!answers.codeAt({run, 1, 0, 1}));
    }
};

QTEST_APPLESS_MAIN(TestDiffRows)
#include "tst_diffrows.moc"
