#include "core/runners/runnerfactory.h"
#include "core/student/simulatedstudent.h"
#include "core/tasks/codeextractor.h"
#include "core/syntax/syntaxtree.h"
#include "core/tasks/selftests.h"

#include "fixtures.h"

#include <QJsonArray>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// The student answers in the language of the task: program, retry, review and tests of its own.
class TestStudentLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheLanguage_data() { languages(); }
    void answersInTheLanguage();
    void retriesKnowTheirOwnWork_data() { languages(); }
    void retriesKnowTheirOwnWork();
    void findsProgramsAgain_data() { languages(); }
    void findsProgramsAgain();
    void ownTestsSayWhatTheyAreMeantTo_data() { languages(); }
    void ownTestsSayWhatTheyAreMeantTo();

private:
    static void languages()
    {
        QTest::addColumn<Language>("language");
        for (const Language language : {Language::Java, Language::JavaScript, Language::Rust})
            QTest::newRow(qPrintable(toString(language))) << language;
    }
    static std::unique_ptr<SimulatedStudent> student(const QList<Task> &tasks)
    {
        return std::move(*SimulatedStudent::create(tasks, {}));
    }
    static ChatReply ask(SimulatedStudent &pupil, const ChatRequest &request)
    {
        return pupil.complete(request, {}, {}).value_or(ChatReply());
    }
};

static bool hasSlip(const ChatReply &reply)
{
    const QJsonArray faults = fixtures::manifestOf(reply)["faults"_L1].toArray();
    return std::ranges::any_of(faults, [](const QJsonValue &fault) { return fault["family"_L1].toString() == "syntax_slip"_L1; });
}

void TestStudentLanguages::answersInTheLanguage()
{
    QFETCH(Language, language);
    const QList<Task> tasks = fixtures::bundledSuite(language);
    const auto pupil = student(tasks);
    QCOMPARE(pupil->textbook().size(), tasks.size());
    int right = 0;
    int wrong = 0;
    for (const Task &task : tasks) {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            const ChatReply reply = ask(*pupil, fixtures::codeRequest(task, seed));
            QCOMPARE(fixtures::manifestOf(reply)["task"_L1].toString(), task.key);
            const QString code = fixtures::codeOf(reply, language);
            QCOMPARE(extractCode(reply.text, language, task.entryPoint).trimmed(), code.trimmed());
            QCOMPARE(SyntaxTree::parse(language, code.toUtf8())->hasError(), hasSlip(reply));
            QVERIFY(fixtures::isRight(reply) == task.references.contains(code));
            (fixtures::isRight(reply) ? right : wrong) += 1;
        }
    }
    qInfo("%s: %d right, %d wrong first drafts", qPrintable(toString(language)), right, wrong);
    QVERIFY(right > 80 && wrong > 30);
}

void TestStudentLanguages::retriesKnowTheirOwnWork()
{
    QFETCH(Language, language);
    const QList<Task> tasks = fixtures::bundledSuite(language);
    const auto pupil = student(tasks);
    int mended = 0;
    for (const Task &task : tasks) {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            const ChatReply first = ask(*pupil, fixtures::codeRequest(task, seed));
            if (fixtures::isRight(first))
                continue;
            const QString previous = u"\n## Previous attempt\n```%1\n%2```\n\n## Test results\nError class: logic\n"_s.arg(
                toString(language), fixtures::codeOf(first, language));
            const ChatReply second = ask(*pupil, fixtures::codeRequest(task, seed, 0.2, {}, {}, previous));
            const QJsonObject manifest = fixtures::manifestOf(second);
            QVERIFY(manifest["retry"_L1].toBool());
            QVERIFY(!fixtures::isRight(second) || !manifest["fixed"_L1].toArray().isEmpty());
            mended += fixtures::isRight(second) ? 1 : 0;
        }
    }
    QVERIFY(mended >= 5);
}

void TestStudentLanguages::findsProgramsAgain()
{
    QFETCH(Language, language);
    const Textbook book(fixtures::bundledSuite(language));
    for (qsizetype i = 0; i < book.size(); ++i) {
        for (const QString &reference : book.task(i).references)
            QVERIFY2(book.findProgram(u"Before it.\n"_s + reference) == i, qPrintable(reference));
    }
    QVERIFY(!book.findProgram(u"function other() {}\nfn other() {}\nstatic int other() {}\n"_s));
}

void TestStudentLanguages::ownTestsSayWhatTheyAreMeantTo()
{
    QFETCH(Language, language);
    const Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 1}, language);
    if (!runner)
        QSKIP(qPrintable(runner.error().detail));
    const QList<Task> tasks = fixtures::bundledSuite(language);
    const auto pupil = student(tasks);
    int tested[2] = {};
    int lenient = 0;
    for (const Task &task : tasks) {
        bool seen[2] = {};
        for (quint64 seed = 1; seed <= 30; ++seed) {
            ChatRequest request = fixtures::codeRequest(task, seed);
            request.messages.last().text += u"\n\n"_s + selfTestRequest(task);
            const ChatReply reply = ask(*pupil, request);
            const OwnTests own = takeSelfTests(task, reply.text);
            const bool green = fixtures::manifestOf(reply)["self_tests_green"_L1].toBool();
            if (!fixtures::isRight(reply)) {
                lenient += green && own.tests.size() == 1 ? 1 : 0;
                continue;
            }
            if (std::exchange(seen[green], true) || own.tests.isEmpty())
                continue;
            const Execution execution{.language = language, .code = extractCode(own.rest, language, task.entryPoint),
                .entryPoint = task.entryPoint, .starter = task.starter, .tests = own.tests};
            const Result<Verdict> verdict = (*runner)->run(execution, {});
            QVERIFY(verdict.has_value());
            // Not every task shows a test that can be turned into a wrong one: those say green for once.
            QVERIFY2(verdict->passed || !green, qPrintable(task.key + u'\n' + reply.text + verdict->errorDetail));
            tested[green] += verdict->passed == green ? 1 : 0;
        }
    }
    qInfo("%s: tests of its own were green as meant for %d tasks, red for %d; %d lenient ones", qPrintable(toString(language)),
        tested[1], tested[0], lenient);
    // Some tasks the student never writes right at first, and not every task shows a test of one line.
    QVERIFY(tested[1] >= 8);
    QVERIFY(tested[0] >= 4);
    QVERIFY(lenient >= 3);
}

QTEST_GUILESS_MAIN(TestStudentLanguages)
#include "tst_studentlanguages.moc"
