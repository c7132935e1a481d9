#include "core/memory/literalguard.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

Task vowelTask()
{
    Task task;
    task.key = u"starter/vowels"_s;
    task.statement = u"Write count_vowels(text): how many of a, e, i, o and u a text has.\n>>> count_vowels(\"Banana\")\n3\nTexts have at most 1000 letters."_s;
    task.entryPoint = u"count_vowels"_s;
    task.starter = u"def count_vowels(text):\n    innerTotal = 0\n"_s;
    task.visibleTests = {{u"upper"_s, u"assert count_vowels('AEIxyz') == 3"_s}};
    return task;
}

} // namespace

class TestLiteralGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAdviceFromAnswers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("general");
        QTest::newRow("advice") << u"Handle the empty input before the loop."_s << true;
        QTest::newRow("plain words of the task") << u"Count letters of a text in one case; mind vowels."_s << true;
        QTest::newRow("small numbers") << u"Start at 0, and mind 1 element."_s << true;
        QTest::newRow("a builtin") << u"Use `sorted` with a key, or \"or\" in one line."_s << true;
        QTest::newRow("an apostrophe") << u"Don't change the caller's list; it isn't yours."_s << true;
        QTest::newRow("other identifier") << u"Prefer defaultdict or key_error handling."_s << true;
        QTest::newRow("han") << u"先处理空输入,再进入循环。"_s << true;
        QTest::newRow("entry point") << u"In count_vowels lower the text first."_s << false;
        QTest::newRow("entry point in camel case text") << u"Lower `count_vowels` input."_s << false;
        QTest::newRow("own name") << u"Set innerTotal before the loop."_s << false;
        QTest::newRow("quoted value") << u"For \"Banana\" the answer is odd."_s << false;
        QTest::newRow("value in single quotes") << u"Mind 'AEIxyz' and the like."_s << false;
        QTest::newRow("number of the task") << u"Stop after 1000 letters."_s << false;
        QTest::newRow("task key") << u"As in starter/vowels, lower it."_s << false;
        QTest::newRow("long quotation") << u"Write \"return sum(c in aeiou for c in text.lower())\" at the end."_s << false;
        QTest::newRow("program") << u"Do this:\n```\nreturn 0\n```"_s << false;
        QTest::newRow("list of values") << u"Return [1, 2, 3] for it."_s << false;
    }

    void tellsAdviceFromAnswers()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, general);
        const auto reason = taskLiteralIn(text, vowelTask());
        QVERIFY2(!reason.has_value() == general, reason ? qPrintable(reason->text) : "let through");
    }

    void knowsWhatProgramsReadAndWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("general");
        QTest::newRow("advice") << u"Read every line before you add."_s << true;
        QTest::newRow("a word in quotes") << u"Print \"no\" in one case."_s << true;
        QTest::newRow("a line of the input") << u"Mind `17 4`."_s << false;
        QTest::newRow("a word of the output") << u"Write 'IMPOSSIBLE' then."_s << false;
        QTest::newRow("a number of the input") << u"It breaks at 98765 items."_s << false;
    }

    void knowsWhatProgramsReadAndWrite()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, general);
        Task task;
        task.kind = TaskKind::Program;
        task.visibleTests = {{u"v"_s, {}, u"17 4\n98765\n"_s, {u"IMPOSSIBLE\n"_s}}};
        const auto reason = taskLiteralIn(text, task);
        QVERIFY2(!reason.has_value() == general, reason ? qPrintable(reason->text) : "let through");
    }

    void plainEntryPointsAreNamesOnlyWhenWrittenSo()
    {
        Task task = vowelTask();
        task.entryPoint = u"add"_s;
        task.statement = u"add(a, b)"_s;
        QVERIFY(!taskLiteralIn(u"Always add a check for the empty list."_s, task));
        QVERIFY(taskLiteralIn(u"Make add(x) return early."_s, task));
        QVERIFY(taskLiteralIn(u"Make `add` return early."_s, task));
    }
};

QTEST_GUILESS_MAIN(TestLiteralGuard)
#include "tst_literalguard.moc"
