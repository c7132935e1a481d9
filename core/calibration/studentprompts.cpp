#include "core/calibration/studentprompts.h"

#include "core/base/json.h"
#include "core/control/promptcomposer.h"
#include "core/evaluation/seen.h"
#include "core/update/versions.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

ChatRequest requestOf(
    const QList<PromptSegment> &segments, const PromptVersion &version, quint64 seed)
{
    ChatRequest request;
    request.role = ModelRole::Coder;
    request.messages = toMessages(segments);
    request.temperature = version.strategy.temperature;
    request.maxTokens =
        1 << 20; // no answer is cut: a cut one would say nothing of the mistakes in it
    request.seed = seed;
    return request;
}

} // namespace

Result<StudentPrompts> StudentPrompts::create(double temperature, bool selfTests)
{
    RunConfig config;
    config.temperature = temperature;
    config.selfTests = selfTests;
    return firstVersion(config).transform(
        [](PromptVersion &&version) { return StudentPrompts(std::move(version)); });
}

ChatRequest StudentPrompts::draft(const Task &task, const PromptHelp &help, quint64 seed) const
{
    PromptVersion version = m_version;
    for (const QString &rule : help.rules)
        version.rules.append(
            Rule{.id = u"r%1"_s.arg(version.rules.size() + 1), .text = rule, .tags = {}});
    const Task shown = redacted(task);
    const auto compose = [&] {
        return requestOf(composePrompt({version, shown, help.memories}), version, seed);
    };
    ChatRequest request = compose();
    if (const int missing = help.tokens - promptLength(request); missing > 0) {
        version.sections.append({u"filling"_s, u"word "_s.repeated(missing).trimmed()});
        request = compose();
    }
    return request;
}

ChatRequest StudentPrompts::retry(const Task &task, const SeenAttempt &previous, quint64 seed) const
{
    const Task shown = redacted(task);
    return requestOf(
        composePrompt({m_version, shown, {}, &previous, previous.reflection.has_value()}),
        m_version, seed);
}

int promptLength(const ChatRequest &request)
{
    int tokens = 0;
    for (const ChatMessage &message : request.messages)
        tokens += estimateTokens(message.text);
    return tokens;
}

Result<WrittenAnswer> readManifest(const ChatReply &reply)
{
    const Result<QJsonObject> manifest =
        parseJsonObject(reply.manifest.toUtf8(), u"the student's manifest"_s);
    if (!manifest)
        return fail(ErrorKind::Internal, manifest.error().detail);
    WrittenAnswer answer{.known = (*manifest)["known"_L1].toBool(),
        .faults = {},
        .selfTestsGreen = (*manifest)["self_tests_green"_L1].toBool(true)};
    for (const QJsonValue &fault : (*manifest)["faults"_L1].toArray()) {
        if (const auto family = faultFamilyFromString(fault["family"_L1].toString()))
            answer.faults |= only(*family);
    }
    return answer;
}

Result<WrittenAnswer> askStudent(
    ChatModel &student, const ChatRequest &request, std::stop_token stop)
{
    return student.complete(request, {}, stop).and_then(readManifest);
}

SeenAttempt redAttempt(const Task &task, const QString &code, ErrorClass errorClass)
{
    SeenAttempt seen;
    seen.attempt.place = {.round = 1, .phase = Phase::Learn, .task = task.ordinal, .attempt = 1};
    seen.attempt.code = code;
    seen.verdict.scope = Visibility::Visible;
    seen.verdict.errorClass = errorClass;
    TestResult failed{
        .name = u"test 1"_s, .visibility = Visibility::Visible, .status = TestStatus::Failed};
    if (!task.visibleTests.isEmpty())
        failed.testCode = task.visibleTests.first().code;
    seen.verdict.tests.append(failed);
    return seen;
}

Memory solvedMemory(const Task &task)
{
    Memory memory;
    memory.kind = MemoryKind::Code;
    memory.language = task.language;
    memory.title = task.title.isEmpty() ? task.key : task.title;
    memory.problem = task.statement;
    memory.content = task.references.value(0);
    memory.group = task.groupKey();
    memory.taskKey = task.key;
    return memory;
}

} // namespace autodidact
