#include "tests/support/demorun.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

// What the events of the demo run say: verdicts, reflections, memories, updates.

namespace autodidact {

namespace {

/// What a failing test and its verdict say.
struct Fault {
    ErrorClass errorClass;
    QString detail;
    QString exceptionType;
};

Fault faultOf(char outcome)
{
    switch (outcome) {
    case 'S': return {ErrorClass::Syntax, u"line 1: expected ':'"_s, u"SyntaxError"_s};
    case 'R': return {ErrorClass::Runtime, u"not enough values to unpack (expected 2, got 1)"_s, u"ValueError"_s};
    case 'T': return {ErrorClass::Timeout, u"The program used 4.0 s of CPU time; 4.0 s are allowed."_s, {}};
    case 'M': return {ErrorClass::Memory, u"The program asked for more than 256 MB."_s, u"MemoryError"_s};
    case 'F': return {ErrorClass::Forbidden, u"The program tried to start another program."_s, u"PermissionError"_s};
    case 'I': return {ErrorClass::Infrastructure, u"The sandbox could not be started: no space left on the device."_s, {}};
    default: return {ErrorClass::Logic, u"A test got another value than it expects."_s, u"AssertionError"_s};
    }
}

TestStatus statusOf(char outcome, Visibility scope, qsizetype index)
{
    const bool nothingRan = outcome == 'S' || outcome == 'T' || outcome == 'I';
    if (outcome == 'P' || (!nothingRan && index == 1) || (outcome == 'L' && scope == Visibility::Hidden && index == 2))
        return TestStatus::Passed;
    if (nothingRan)
        return TestStatus::NotRun;
    return outcome == 'L' ? TestStatus::Failed : TestStatus::Errored;
}

} // namespace

Verdict DemoRun::judged(int task, char outcome, Visibility scope) const
{
    const DemoTask &demo = m_tasks[task];
    Verdict verdict;
    verdict.scope = scope;
    verdict.passed = outcome == 'P';
    verdict.sandbox = u"bubblewrap"_s;
    verdict.gear = u"warm"_s;
    verdict.resources = {12.5 + task, 31.0 + task, 14'200 + 100 * task};
    const Fault fault = faultOf(outcome);
    const QList<TestCase> &tests = scope == Visibility::Visible ? demo.task.visibleTests : demo.task.hiddenTests;
    for (qsizetype i = 0; i < tests.size(); ++i) {
        TestResult result{.name = tests[i].name, .visibility = scope, .status = statusOf(outcome, scope, i)};
        if (result.status == TestStatus::Failed || result.status == TestStatus::Errored) {
            result.testCode = tests[i].code;
            result.exceptionType = fault.exceptionType;
            result.message = fault.detail;
            result.expected = demo.expected;
            result.actual = result.status == TestStatus::Failed ? demo.wrongActual : QString();
            result.line = 3;
        }
        verdict.tests.append(result);
    }
    if (verdict.passed) {
        verdict.coveredLines = {1, 2, 3, 4, 5};
        return verdict;
    }
    verdict.errorClass = fault.errorClass;
    verdict.errorDetail = fault.detail;
    verdict.coveredLines = {1, 2, 3};
    verdict.missedLines = {4, 5};
    if (outcome == 'S')
        verdict.diagnostics = {{1, 28, u"error"_s, u"expected ':'"_s}};
    if (outcome == 'R')
        verdict.output = u"parsing 45m\n<b>not markup</b>\n"_s;
    if (outcome == 'T')
        verdict.resources = {4000, 4100, 15'000};
    if (outcome == 'M')
        verdict.resources.peakKb = 262'144;
    verdict.tampering = outcome == 'F';
    if (outcome == 'F')
        verdict.tamperingReason = u"It wrote a report of its own."_s;
    verdict.infrastructureRetries = outcome == 'I' ? 1 : 0;
    return verdict;
}

Reflection DemoRun::reflected(const Attempt &attempt, char outcome)
{
    const DemoTask &demo = m_tasks[attempt.place.task];
    const Fault fault = faultOf(outcome);
    constexpr ReflectionOrigin origins[] = {ReflectionOrigin::Model, ReflectionOrigin::Repaired, ReflectionOrigin::RuleBased,
                                            ReflectionOrigin::Person};
    Reflection reflection;
    reflection.attempt = attempt.id;
    reflection.origin = origins[m_reflections % 4];
    reflection.whatFailed = u"The call %1 fails: %2"_s.arg(demo.task.visibleTests.first().code.section(u' ', 1), fault.detail);
    reflection.why = u"Line 3 treats the border as if it were an ordinary value."_s;
    reflection.change = u"Mend line 3 and try the smallest input. %1"_s.arg(demo.lesson);
    reflection.statedClass = m_reflections % 5 == 4 ? ErrorClass::Runtime : fault.errorClass;
    reflection.statedLines = {3, 4};
    reflection.statedCause = u"boundary"_s;
    reflection.lessons = {{demo.task.title, u"When borders matter."_s, demo.lesson}};
    reflection.styleScore = 7.5;
    if (reflection.origin != ReflectionOrigin::RuleBased)
        reflection.json = {{u"what_failed"_s, reflection.whatFailed}, {u"error_class"_s, toString(*reflection.statedClass)},
                           {u"lines"_s, QJsonArray{3, 4}}, {u"style"_s, 7.5}};
    reflection.usage = {210, 95, true, 0, 1};
    ++m_reflections;
    return reflection;
}

void DemoRun::store(Memory memory, int round, const QString &act, const QString &reason, bool byPerson)
{
    Place place{round, byPerson ? Phase::Person : Phase::Remember};
    const Event event = append(place, MemoryStored{std::move(memory), act, reason, 0}, byPerson);
    const Memory &stored = std::get<MemoryStored>(event.payload).memory;
    const auto known = std::ranges::find(m_memories, stored.id, &Memory::id);
    if (known != m_memories.end())
        *known = stored;
    else
        m_memories.append(stored);
}

void DemoRun::remember(int round)
{
    const QList<Memory> earlier = m_memories;
    for (Memory memory : earlier) {
        memory.uses += 3;
        memory.successesAfterUse += memory.kind == MemoryKind::Error ? 1 : 2;
        memory.lastUsedRound = round;
        store(memory, round, u"count"_s, {});
    }
    const DemoTask &demo = m_tasks[round - 1];
    Memory memory;
    memory.group = demo.task.groupKey();
    memory.taskKey = demo.task.key;
    memory.createdRound = round;
    memory.visibleFromRound = round + 1;
    memory.tags = demo.task.families;
    memory.tokens = 60;
    memory.title = demo.task.title;

    Memory code = memory;
    code.kind = MemoryKind::Code;
    code.problem = demo.task.statement;
    code.content = demo.task.references.first();
    store(code, round, u"add"_s, u"solved"_s);
    Memory error = memory;
    error.kind = MemoryKind::Error;
    error.problem = u"%1 gives %2"_s.arg(demo.task.entryPoint, demo.wrongActual);
    error.content = demo.lesson;
    store(error, round, u"add"_s, u"mended"_s);
    Memory lesson = memory;
    lesson.kind = MemoryKind::Lesson;
    lesson.problem = u"When borders matter."_s;
    lesson.content = demo.lesson;
    store(lesson, round, u"add"_s, u"reflected"_s);

    if (round == 2) {
        Memory own = lesson;
        own.origin = MemoryOrigin::Person;
        own.title = u"What our teacher says"_s;
        own.pinned = own.edited = true;
        store(own, round, u"add"_s, {}, true);
    }
    if (round == 3) {
        Memory old = m_memories.at(1);
        old.state = MemoryState::Archived;
        old.archiveReason = u"low utility"_s;
        store(old, round, u"forget"_s, u"low utility"_s);
    }
}

void DemoRun::propose(int round, const RuleEdit &edit, const QString &rejection)
{
    const Place place{round, Phase::Update};
    const PromptVersion &parent = m_versions.last();
    Update update;
    update.oldVersion = parent.number;
    update.edits = {edit};
    update.editShare = 0.12;
    update.evidence = {{u"reflections"_s, 3}, {u"failed"_s, 2}};
    update.validation = {{u"tasks"_s, 2}, {u"before"_s, 1}, {u"after"_s, rejection.isEmpty() ? 2 : 1}};
    update.reason = edit.reason;
    const Event proposed = append(place, UpdateProposed{update});
    const UpdateId id = std::get<UpdateProposed>(proposed.payload).update.id;
    if (!rejection.isEmpty()) {
        append(place, VersionRejected{id, rejection});
        return;
    }
    PromptVersion child = parent;
    child.number = parent.number + 1;
    child.parent = parent.number;
    child.origin = VersionOrigin::AutoPrompt;
    child.round = round;
    child.note = edit.reason;
    // Rule ids are never used twice: a changed rule is a new one.
    for (const QString &rule : edit.rules)
        child.rules.removeIf([&rule](const Rule &old) { return old.id == rule; });
    child.rules.append({u"r%1"_s.arg(child.number - 1), edit.text, child.number});
    m_versions.append(child);
    append(place, VersionAdmitted{child, id});
}

void DemoRun::decide(const Place &place, const SafetyDecision &decision)
{
    append(place, GuardDecided{decision}, decision.byPerson);
}

} // namespace autodidact
