#include "tests/evaluation/runfixture.h"

using namespace Qt::StringLiterals;

namespace autodidact {

RunFixture::RunFixture(QStringView splits)
{
    record.run.name = u"fixture"_s;
    record.run.status = RunStatus::Finished;
    record.suite.name = u"hand-made"_s;
    for (qsizetype i = 0; i < splits.size(); ++i) {
        Task task;
        task.id = {i + 1};
        task.ordinal = int(i);
        task.key = u"t%1"_s.arg(i);
        record.tasks.append(task);
        record.splits.append(splits[i] == u'l' ? Split::Learn : splits[i] == u's' ? Split::Select
                             : splits[i] == u'r' ? Split::Report : Split::None);
    }
    // Tests keep references to attempts: they must not move.
    record.attempts.reserve(1000);
    record.reflections.reserve(1000);
}

AttemptRecord &RunFixture::attempt(int round, Phase phase, int task, bool solved)
{
    AttemptRecord attempt;
    attempt.id = {record.attempts.size() + 1};
    attempt.place = {round, phase, task, 1};
    for (const AttemptRecord &other : std::as_const(record.attempts)) {
        if (other.place.round == round && other.place.phase == phase && other.place.task == task)
            ++attempt.place.attempt;
    }
    attempt.split = record.splits[task];
    VerdictSummary verdict{.passed = solved, .errorClass = solved ? ErrorClass::None : ErrorClass::Logic, .tests = 4,
                           .testsPassed = solved ? 4 : 1, .signature = solved ? QString() : u"logic|AssertionError|h1"_s};
    attempt.visible = verdict;
    attempt.hidden = verdict;
    attempt.usage = {100, 50, false, 0.01, 1};
    record.attempts.append(attempt);
    return record.attempts.last();
}

void RunFixture::passes(int round, Phase phase, const QList<int> &tasks, QStringView outcomes)
{
    Q_ASSERT(tasks.size() == outcomes.size());
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        if (outcomes[i] != u' ')
            attempt(round, phase, tasks[i], outcomes[i] == u'1');
    }
}

Round &RunFixture::round(int number, int tasks, int version)
{
    Round round;
    round.number = number;
    round.version = version;
    round.tasks = tasks;
    round.finished = true;
    record.rounds.append(round);
    return record.rounds.last();
}

Reflection &RunFixture::reflection(const AttemptRecord &about)
{
    Reflection reflection;
    reflection.attempt = about.id;
    reflection.place = about.place;
    record.reflections.append(reflection);
    return record.reflections.last();
}

} // namespace autodidact
