#include "tests/support/demorun.h"

#include "core/control/promptcomposer.h"
#include "core/evaluation/seen.h"
#include "core/storage/runstore.h"
#include "core/storage/suitestore.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int learnTasks = 5;
constexpr int reportTask = 7;

/// What each task's attempts do, by round; see DemoRun::attempt. A lower-case p passes with its own solution in the prompt.
constexpr const char *outcomes[3][8] = {
    {"LP", "SLP", "TTL", "P", "RLL", "L", "P", "L"},
    {"p", "P", "LTP", "p", "I", "P", "P", "P"},
    {"p", "FP", "RML", "LP", "LLP", "L", "P", "P"},
};

ErrorClass classOf(char outcome)
{
    switch (outcome) {
    case 'L': return ErrorClass::Logic;
    case 'S': return ErrorClass::Syntax;
    case 'R': return ErrorClass::Runtime;
    case 'T': return ErrorClass::Timeout;
    case 'M': return ErrorClass::Memory;
    case 'F': return ErrorClass::Forbidden;
    case 'I': return ErrorClass::Infrastructure;
    default: return ErrorClass::None;
    }
}

PromptVersion firstVersion()
{
    PromptVersion version;
    version.sections = {{u"role"_s, u"You are a careful programmer."_s},
                        {u"instructions"_s, u"Solve the task with one function. Read every sentence of the statement."_s},
                        {u"format"_s, u"Answer with one fenced code block."_s}};
    version.note = u"The first version"_s;
    return version;
}

} // namespace

DemoRun::DemoRun(LiveSink *sink)
    : m_tasks(demoTasks())
{
    m_database = Database::open(path(), OpenMode::ReadWrite).value();
    m_journal = std::make_unique<Journal>(*m_database, sink);
    QList<Task> tasks;
    for (const DemoTask &demo : std::as_const(m_tasks))
        tasks.append(demo.task);
    m_suite = SuiteStore(*m_database).add(Suite{.name = u"demo"_s, .title = u"Demo tasks"_s}, tasks).value();
    const QList<Task> stored = SuiteStore(*m_database).tasks(m_suite.id).value();
    for (qsizetype i = 0; i < stored.size(); ++i)
        m_tasks[i].task = stored[i];
    RunConfig config;
    config.suite = m_suite.name;
    config.seed = 7;
    config.rounds = 3;
    config.safetyRule = SafetyRule::Window;      // whose decisions it tells
    m_run = RunStore(*m_database).create(config, m_suite.id).value();

    open();
    playRound(1, 1);
    propose(1, {RuleEditKind::Add, {}, u"Check the first and the last index of every range."_s, u"two off-by-one errors"_s});
    propose(1, {RuleEditKind::Add, {}, u"Always use recursion."_s, u"one failure"_s}, u"Worse on the select tasks: 1 of 2 instead of 2 of 2."_s);
    playRound(2, 2);
    propose(2, {RuleEditKind::Change, {u"r1"_s}, u"Test the smallest and the largest input in your head."_s, u"more general"_s});
    playRound(3, 3);
    decide({3, Phase::Guard}, {.action = SafetyAction::RollBack, .fromVersion = 3, .toVersion = 2, .effectiveRound = 4,
                               .reason = u"The success rate fell from 100 % to 50 % in the window; 10 % are allowed."_s,
                               .numbers = {{u"before"_s, 1.0}, {u"after"_s, 0.5}, {u"limit"_s, 0.1}}});
    propose(3, {RuleEditKind::Add, {}, u"Copy an argument before changing it."_s, u"a mended error"_s});
    decide({3, Phase::Person}, {.action = SafetyAction::RollBack, .fromVersion = 4, .toVersion = 2, .effectiveRound = 4,
                                .byPerson = true, .reason = u"The new rule repeats the statement."_s});
    append({3, Phase::Close}, RunStatusChanged{RunStatus::Finished, {}});
    m_run = RunStore(*m_database).byId(m_run.id).value();
}

Event DemoRun::append(const Place &place, EventPayload payload, bool byPerson)
{
    Event event;
    event.run = m_run.id;
    event.place = place;
    event.payload = std::move(payload);
    event.byPerson = byPerson;
    if (const Status done = m_journal->append(event); !done)
        qFatal("The demo run was refused: %s", qPrintable(done.error().detail));
    return event;
}

Split DemoRun::splitOf(int task) const
{
    return task < learnTasks ? Split::Learn : task < reportTask ? Split::Select : Split::Report;
}

void DemoRun::open()
{
    QList<Split> splits;
    for (int task = 0; task < m_tasks.size(); ++task)
        splits.append(splitOf(task));
    append({}, RunStarted{m_run.config, m_suite.name, m_suite.hash, splits, {}});
    append({}, RunStatusChanged{RunStatus::Running, {}});
    m_versions = {firstVersion()};
    append({}, VersionAdmitted{m_versions.last(), {}});
}

void DemoRun::playRound(int number, int version)
{
    Round round;
    round.run = m_run.id;
    round.number = number;
    round.version = version;
    round.tasks = learnTasks;
    append({number, Phase::Open}, RoundStarted{round, {0, 1, 2, 3, 4}});
    for (int task = 0; task < m_tasks.size(); ++task) {
        const Split split = splitOf(task);
        const Phase phase = split == Split::Learn ? Phase::Learn : split == Split::Select ? Phase::Watch : Phase::Checkpoint;
        playTask({number, phase, task}, outcomes[number - 1][task], version, round);
        if (split == Split::Learn && task == learnTasks - 1)
            remember(number);
    }
    playTask({number, Phase::Baseline, reportTask}, "L", 1, round);
    round.finished = true;
    append({number, Phase::Close}, RoundFinished{round});
}

void DemoRun::playTask(const Place &start, const QByteArray &outcomes, int version, Round &counts)
{
    const Task &task = m_tasks[start.task].task;
    append(start, TaskStarted{task.id, task.key, splitOf(start.task)});
    m_previous.reset();
    TaskFinished finished{task.id, task.key};
    for (const char outcome : outcomes) {
        Place place = start;
        place.attempt = ++finished.attempts;
        finished.lastAttempt = attempt(place, outcome == 'p' ? 'P' : outcome, version, outcome == 'p');
    }
    const char last = outcomes.back();
    finished.solved = last == 'P' || last == 'p';
    finished.exposed = last == 'p';
    finished.firstTry = finished.solved && outcomes.size() == 1;
    finished.errorClass = classOf(last);
    append(start, finished);
    counts.attempts += finished.attempts;
    switch (start.phase) {
    case Phase::Learn:
        counts.solved += finished.solved;
        counts.exposed += finished.solved && finished.exposed;
        counts.firstTry += finished.firstTry;
        counts.infrastructure += last == 'I';
        break;
    case Phase::Watch:
        ++counts.watchTasks;
        counts.watchSolved += finished.solved;
        break;
    case Phase::Checkpoint:
        ++counts.checkpointTasks;
        counts.checkpointSolved += finished.solved;
        break;
    default:
        counts.baselineSolved += finished.solved;
    }
}

AttemptId DemoRun::attempt(const Place &place, char outcome, int version, bool exposed)
{
    const Event answered = append(place, AttemptAnswered{written(place, outcome, version, exposed)});
    const Attempt attempt = std::get<AttemptAnswered>(answered.payload).attempt;
    const Verdict visible = judged(place.task, outcome, Visibility::Visible);
    append(place, VerdictReached{attempt.id, visible});
    append(place, VerdictReached{attempt.id, judged(place.task, outcome, Visibility::Hidden)});
    m_previous = seenAttempt(m_tasks[place.task].task, attempt, visible, {}, Feedback::Visible);
    if (place.phase == Phase::Learn && outcome != 'P' && outcome != 'I') {
        m_previous->reflection = reflected(attempt, outcome);
        append(place, ReflectionWritten{*m_previous->reflection});
    }
    return attempt.id;
}

Attempt DemoRun::written(const Place &place, char outcome, int version, bool exposed) const
{
    const DemoTask &demo = m_tasks[place.task];
    Attempt attempt;
    attempt.task = demo.task.id;
    attempt.split = splitOf(place.task);
    attempt.version = version;
    QList<Memory> memories;
    if (place.phase != Phase::Baseline && place.round > 1) {
        for (const Memory &memory : m_memories) {
            if (memories.size() < 3 && memory.createdRound < place.round && (exposed || memory.taskKey != demo.task.key))
                memories.append(memory);
        }
    }
    for (qsizetype i = 0; i < memories.size(); ++i)
        attempt.memories.append({memories[i].id, memories[i].revision, 0.9 - 0.1 * double(i), memories[i].taskKey == demo.task.key});
    attempt.prompt = composePrompt({m_versions[version - 1], redacted(demo.task), memories, m_previous ? &*m_previous : nullptr, true});
    attempt.code = outcome == 'P' || outcome == 'I' ? demo.task.references.first() : demo.wrong;
    if (outcome == 'S')
        attempt.code.replace(u"):\n"_s, u")\n"_s);
    attempt.completion = u"I look at the borders first.\n\n```python\n%1```\n"_s.arg(attempt.code);
    for (const PromptSegment &segment : std::as_const(attempt.prompt))
        attempt.usage.promptTokens += segment.tokens;
    if (outcome == 'M') {
        attempt.usage.promptTokens /= 2;       // a server that cuts
        attempt.usage.estimated = false;
    }
    attempt.usage.completionTokens = estimateTokens(attempt.completion);
    attempt.usage.calls = 1;
    attempt.finishReason = outcome == 'S' ? u"length"_s : u"stop"_s;
    attempt.promptCut = outcome == 'M';
    attempt.modelName = u"student"_s;
    attempt.exposed = exposed;
    attempt.exposure = exposed ? 0.92 : 0;
    attempt.treeSimilarity = outcome == 'P' ? 1.0 : 0.8;
    attempt.tokenSimilarity = outcome == 'P' ? 1.0 : 0.85;
    attempt.modelMs = 400 + 130 * place.attempt + 70 * place.task;
    return attempt;
}

} // namespace autodidact
