#include "core/student/promptreader.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestPromptReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACodersPrompt();
    void headingsInsideFencesDoNotCount();
    void orderAndCaseDoNotMatter();
    void readsAReviewersPrompt();
    void readsAnEditorsPrompt();
    void noticesARepairRound();
};

void TestPromptReader::readsACodersPrompt()
{
    const ReadPrompt read = readPrompt({{ChatRole::System, u"You are a programmer.\n\n## Rules\n- [r1] Check None.\n- [r7] Sort last.\n"_s},
        {ChatRole::User,
            u"## Memories\n\n### Memory 1: gaps\nSkip gaps.\n\n### Memory 2: sums\n```python\nx = 1\n```\n\n"
            "## Task\nAdd up.\n\n### Starter code\n```python\ndef f(): pass\n```\n\n## Previous attempt\n```python\nx = 2\n```\n\n"
            "## Test results\nError class: logic\n\n## Reflection\nThe sum is wrong.\n"_s}});
    QCOMPARE(read.role, StudentRole::Programmer);
    QCOMPARE(read.rules, (QList<ShownRule>{{u"r1"_s, u"Check None."_s}, {u"r7"_s, u"Sort last."_s}}));
    QCOMPARE(read.memories.size(), 2);
    QCOMPARE(read.memories[1].title, u"sums"_s);
    QVERIFY(read.memories[1].text.contains(u"x = 1"_s));
    QVERIFY(read.task.contains(u"Add up."_s));
    QVERIFY(read.task.contains(u"def f()"_s));
    QCOMPARE(read.previousCode, u"x = 2\n"_s);
    QVERIFY(read.feedback.contains(u"logic"_s));
    QVERIFY(read.reflection.contains(u"sum"_s));
    QVERIFY(read.tokens > 20);
    QVERIFY(!read.brokenAnswer.has_value());
}

void TestPromptReader::headingsInsideFencesDoNotCount()
{
    const ReadPrompt read = readPrompt({{ChatRole::User,
        u"## Task\nDo it.\n\n## Previous attempt\n````python\n## Task\n```\n## Reflection\ny = 3\n````\n\n## Test results\nred\n"_s}});
    QCOMPARE(read.task.trimmed(), u"Do it."_s);
    QCOMPARE(read.previousCode, u"## Task\n```\n## Reflection\ny = 3\n"_s);
    QVERIFY(read.reflection.isEmpty());
}

void TestPromptReader::orderAndCaseDoNotMatter()
{
    const ReadPrompt read = readPrompt({{ChatRole::User, u"## REFLECTION\nwhy\n## test Results\nred\n## TASK\nDo it.\n## Hints\nmore\n"_s}});
    QCOMPARE(read.reflection.trimmed(), u"why"_s);
    QCOMPARE(read.feedback.trimmed(), u"red"_s);
    QCOMPARE(read.task.trimmed(), u"Do it.\n## Hints\nmore"_s);     // headings of the task's own stay with it
    QVERIFY(!read.previousCode.has_value());
}

void TestPromptReader::readsAReviewersPrompt()
{
    const ReadPrompt read = readPrompt({{ChatRole::System, u"You are a reviewer. You are shown a task."_s},
        {ChatRole::User, u"## Task\nDo it.\n## Attempt\n```python\n 1  def f(x):\n 2      return x\n 3  \n 4  y = 1\n```\n## Test results\nError class: logic\n"_s}});
    QCOMPARE(read.role, StudentRole::Reviewer);
    QCOMPARE(read.previousCode, u"def f(x):\n    return x\n\ny = 1\n"_s);
    const ReadPrompt bare = readPrompt({{ChatRole::User, u"## Attempt\n```\n1  x\ny  2\n```\n"_s}});
    QCOMPARE(bare.previousCode, u"1  x\ny  2\n"_s);                 // not numbered throughout: left alone
}

void TestPromptReader::readsAnEditorsPrompt()
{
    const ReadPrompt read = readPrompt({{ChatRole::System, u"You are a prompt editor. A programmer works under the rules below."_s},
        {ChatRole::User, u"## Rules\n- [r2] Sort last. (helpful 3, harmful 12)\n\n## Reflections\n- boundary: too few / more\n- none_handling: x\n"_s}});
    QCOMPARE(read.role, StudentRole::Editor);
    QCOMPARE(read.rules, (QList<ShownRule>{{u"r2"_s, u"Sort last."_s}}));
    QCOMPARE(read.reflections, (QStringList{u"boundary: too few / more"_s, u"none_handling: x"_s}));
}

void TestPromptReader::noticesARepairRound()
{
    const ReadPrompt read = readPrompt({{ChatRole::System, u"You are a reviewer."_s}, {ChatRole::User, u"## Task\nDo it."_s},
        {ChatRole::Assistant, u"{\"why\": "_s}, {ChatRole::User, u"Your answer was not valid JSON: byte 8\nAgain."_s}});
    QCOMPARE(read.brokenAnswer, u"{\"why\": "_s);
    QCOMPARE(read.role, StudentRole::Reviewer);
}

QTEST_GUILESS_MAIN(TestPromptReader)
#include "tst_promptreader.moc"
