#pragma once

#include "core/control/runcommands.h"
#include "core/control/runsession.h"
#include "core/storage/suitestore.h"

#include <QTemporaryDir>

#include <atomic>
#include <mutex>

namespace autodidact::test {

/// Passes programs that hold the word "good", and on self-tests those with "fooled", unless a test holds "wrong" or is one
/// that none can pass; counts what it ran. Real interface, no process.
class FakeRunner : public Runner
{
public:
    explicit FakeRunner(std::atomic<int> *runs = nullptr) : m_runs(runs) {}

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, QStringLiteral("stopped"));
        if (m_runs)
            ++*m_runs;
        Verdict verdict;
        verdict.scope = execution.scope;
        const bool fooled = execution.scope == Visibility::Own && execution.code.contains(u"fooled");
        verdict.passed = execution.code.contains(u"good") || fooled;
        for (const TestCase &test : execution.tests)
            verdict.passed = verdict.passed && !test.code.contains(u"wrong") && !test.code.contains(u"1 == 2");
        verdict.errorClass = verdict.passed ? ErrorClass::None : ErrorClass::Logic;
        for (const TestCase &test : execution.tests) {
            TestResult result{.name = test.name, .visibility = execution.scope};
            result.status = verdict.passed ? TestStatus::Passed : TestStatus::Failed;
            result.message = verdict.passed ? QString() : QStringLiteral("assert 1 == 2");
            result.testCode = test.code;
            verdict.tests.append(result);
        }
        return verdict;
    }

private:
    std::atomic<int> *m_runs;
};

/// Misses the word "good" in programs, and counts how often it looked. Real interface, no process.
class FakeTools : public ToolChain
{
public:
    explicit FakeTools(std::atomic<int> &looks) : m_looks(looks) {}

    Result<QList<ToolReport>> check(const Task &, const QString &code, const QStringList &checks, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, QStringLiteral("stopped"));
        ++m_looks;
        QList<ToolReport> reports;
        for (const QString &check : checks) {
            reports.append({check, QStringLiteral("wordcheck"), {}});
            if (!code.contains(u"good"))
                reports.last().findings.append({2, 15, {}, QStringLiteral("not good")});
        }
        return reports;
    }

private:
    std::atomic<int> &m_looks;
};

/// Plays coder, reviewer and prompt editor by rule: a program is good when the prompt has a rule, or shows
/// a reflection; every second task is easy. Asked for tests of its own, it writes one, wrong for task 2 of four; its poor
/// program of task 1 passes it. Fails for good while `broken` is set.
class RuleModel : public ChatModel
{
public:
    Result<ChatReply> complete(const ChatRequest &request, const ChatObserver &, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, QStringLiteral("stopped"));
        {
            const std::scoped_lock lock(mutex);
            prompts.append(request.messages.last().text);
        }
        if (broken)
            return fail(ErrorKind::Model, QStringLiteral("the server is away"));
        ChatReply reply;
        reply.usage = {.promptTokens = 10, .completionTokens = 5, .estimated = false, .cost = 0, .calls = 1};
        const QString system = request.messages.first().text;
        const QString user = request.messages.last().text;
        if (system.startsWith(u"You are a reviewer"))
            reply.text = QStringLiteral(R"({"what_failed":"a case","why":"it was left out","change":"Check the empty case first.",)"
                                        R"("error_class":"logic","lines":[1],"cause":"missing check","lessons":[],"style":{"score":5,"reasons":"-"}})");
        else if (system.startsWith(u"You are a prompt editor"))
            reply.text = QStringLiteral(R"({"edits":[{"action":"add","rules":[],"text":"Check the empty case before anything else.","reason":"it was left out"}]})");
        else
            reply.text = program(system, user);
        return reply;
    }

    QString name() const override { return QStringLiteral("rules"); }

    std::atomic<bool> broken = false;
    std::mutex mutex;
    QStringList prompts;             ///< the last message of each request

private:
    static QString program(const QString &system, const QString &user)
    {
        const bool easy = user.contains(u"easy");
        const bool good = easy || system.contains(u"## Rules") || user.contains(u"## Reflection");
        const int number = user.mid(user.indexOf(u"Task ") + 5, 1).toInt() % 4;
        const QString tests = user.contains(u"### Tests of your own")
            ? QStringLiteral("```tests\nassert add(3) == 3  # note\nassert add(3) == %1\n```\n").arg(number == 2 ? u"'wrong'" : u"3")
            : QString();
        return tests + QStringLiteral("```python\ndef add(x):\n    return x  # %1\n```")
                           .arg(good ? u"good" : number == 1 ? u"fooled" : u"poor");
    }
};

/// A model that proposes a rule which spoils what was good.
class HarmfulModel : public RuleModel
{
public:
    Result<ChatReply> complete(const ChatRequest &request, const ChatObserver &observer, std::stop_token stop) override
    {
        Result<ChatReply> reply = RuleModel::complete(request, observer, stop);
        if (reply && request.messages.first().text.contains(u"## Rules") && request.role == ModelRole::Coder)
            reply->text.replace(QStringLiteral("good"), QStringLiteral("poor"));
        return reply;
    }
};

/// A database with one small suite, and the parts of a session made of the fakes above.
struct LoopFixture {
    explicit LoopFixture(int tasks = 4)
    {
        database = Database::open(path(), OpenMode::ReadWrite).value();
        Suite suite;
        suite.name = QStringLiteral("small");
        (void)SuiteStore(*database).add(suite, taskList(tasks)).value();
        config.suite = suite.name;
        config.rounds = 2;
        config.split = SplitMode::None;
        config.name = QStringLiteral("loop");
    }

    QString path() const { return folder.filePath(QStringLiteral("loop.sqlite")); }

    static QList<Task> taskList(int count)
    {
        QList<Task> list;
        for (int i = 0; i < count; ++i) {
            Task task;
            task.key = QStringLiteral("task/%1").arg(i);
            task.statement = QStringLiteral("Task %1, %2.").arg(i).arg(i % 2 ? u"hard" : u"easy");
            task.entryPoint = QStringLiteral("add");
            task.visibleTests = {{QStringLiteral("one"), QStringLiteral("assert add(1) == 1")}};
            task.hiddenTests = {{QStringLiteral("two"), QStringLiteral("assert add(2) == 2")}};
            task.references = {QStringLiteral("def add(x):\n    return x\n")};
            list.append(task);
        }
        return list;
    }

    SessionParts parts()
    {
        SessionParts parts;
        parts.makeRunner = [this](const RunConfig &, int) -> Result<std::unique_ptr<Runner>> {
            return std::make_unique<FakeRunner>(&runs);
        };
        parts.makeModels = [this](const RunConfig &, const QList<Task> &) -> Result<RunModels> {
            return RunModels{model, model, model};
        };
        parts.makeTools = [this](const RunConfig &, int) -> Result<std::unique_ptr<ToolChain>> {
            return std::make_unique<FakeTools>(looks);
        };
        return parts;
    }

    /// Opens a session on the run and plays it until it is over, or until \p stopAfter attempts were run.
    RunStatus play(RunId run, LiveSink *sink = nullptr, SessionOptions options = {}, std::optional<int> stopAfter = {})
    {
        Mailbox home;
        std::unique_ptr<RunSession> session = RunSession::open(run, *database, home, sink, parts(), options).value();
        session->start();
        while (!session->isOver()) {
            home.runOne({});
            if (stopAfter && runs >= *stopAfter)
                session->stop();
        }
        home.runWaiting();
        return session->status();
    }

    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    RunConfig config;
    std::atomic<int> runs = 0;
    std::atomic<int> looks = 0;      ///< of the tools
    std::shared_ptr<RuleModel> model = std::make_shared<RuleModel>();
};

} // namespace autodidact::test
