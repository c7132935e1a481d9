#pragma once

#include "tests/events/filler.h"
#include "tests/storage/fixture.h"

namespace autodidact {

/// In which order the tasks of a phase happen to finish.
enum class Order { Forward, Backward };

inline Attempt someAttempt(const Fixture &fixture, int task)
{
    Attempt attempt = Filler::filled<Attempt>(task);
    attempt.id = {};
    attempt.memories.clear();
    attempt.task = fixture.taskId(task);
    attempt.completion = u"a long completion "_s.repeated(20) + QString::number(task);
    attempt.startedAt = QDateTime::currentDateTimeUtc();
    attempt.modelMs = double(QDateTime::currentMSecsSinceEpoch() % 1000);
    return attempt;
}

inline Memory someMemory(int task)
{
    Memory memory = Filler::filled<Memory>(task);
    memory.id = {};
    memory.set = {};
    memory.source = {};
    memory.supersededBy = {};
    memory.contradicts.clear();
    memory.state = MemoryState::Active;
    memory.visibleFromRound = 2;
    return memory;
}

inline Verdict someVerdict(Visibility scope, int task)
{
    Verdict verdict = Filler::filled<Verdict>(task);
    verdict.scope = scope;
    verdict.resources.wallMs = double(QDateTime::currentMSecsSinceEpoch() % 1000);
    return verdict;
}

/// Every kind of event at least once: one round with three tasks, two updates and a rollback. What needs the ids of
/// earlier events is filled in by tell().
inline QList<Event> wholeStory(const Fixture &fixture, Order order)
{
    QList<Event> story;
    const auto add = [&](const Place &place, EventPayload payload) {
        story.append(fixture.event(place, std::move(payload)));
        story.last().uses = {{u"metrics"_s, u"hidden"_s, Split::Learn}};
    };
    RunStarted started = Filler::filled<RunStarted>();
    started.config.name = fixture.run.name;
    add({}, started);
    add({}, RunStatusChanged{RunStatus::Running, {}});
    PromptVersion version = Filler::filled<PromptVersion>();
    version.number = 1;
    add({}, VersionAdmitted{version, {}});
    Round round;
    round.run = fixture.run.id;
    add({1}, RoundStarted{round, {0, 1, 2}});
    for (int i = 0; i < 3; ++i) {
        const int task = order == Order::Forward ? i : 2 - i;
        const Place place{1, Phase::Learn, task, 0};
        const Place attempt{1, Phase::Learn, task, 1};
        const TaskId id = fixture.taskId(task);
        const QString key = u"task/%1"_s.arg(task);
        add(place, TaskStarted{id, key, Split::Learn});
        add(attempt, AttemptAnswered{someAttempt(fixture, task)});
        add(attempt, VerdictReached{{}, someVerdict(Visibility::Visible, task)});
        add(attempt, VerdictReached{{}, someVerdict(Visibility::Hidden, task)});
        add(attempt, ToolsRun{{}, {Filler::filled<ToolReport>(task)}});
        add(attempt, ReflectionWritten{Filler::filled<Reflection>(task)});
        add(attempt, LessonsDistilled{{}, {{u"title"_s, u"when"_s, u"content"_s}}, ReflectionOrigin::Model, {}});
        add(place, TaskFinished{id, key, {}, 1, task == 1, false, true, ErrorClass::Logic});
    }
    for (int i = 0; i < 3; ++i) {
        const int task = order == Order::Forward ? i : 2 - i;
        add({1, Phase::Remember, task, 0}, MemoryStored{someMemory(task), u"add"_s, u"solved"_s, 0});
    }
    add({1, Phase::Watch, 0, 1}, AttemptAnswered{someAttempt(fixture, 0)});
    for (int i = 0; i < 2; ++i) {
        Update update = Filler::filled<Update>(i);
        update.id = {};
        update.newVersion = {};
        update.decision = Decision::Pending;
        add({1, Phase::Update}, UpdateProposed{update});
    }
    add({1, Phase::Update}, UpdateMeasured{{}, {{u"pairs"_s, 12}}});
    add({1, Phase::Update}, UpdateJudged{{}, true, u"looks right"_s});
    version.number = 2;
    add({1, Phase::Update}, VersionAdmitted{version, {}});
    add({1, Phase::Update}, VersionRejected{{}, u"too long"_s});
    add({1, Phase::Update}, SearchLearnt{u"ucb1"_s, {{u"python"_s, 1}}, {}});
    SafetyDecision decision;
    decision.action = SafetyAction::RollBack;
    decision.fromVersion = 2;
    decision.toVersion = 1;
    decision.numbers = {{u"drop"_s, 0.25}};
    add({1, Phase::Guard}, GuardDecided{decision});
    add({1, Phase::Guard}, VersionPublished{1, u"canary"_s, false, u"steady"_s});
    add({1, Phase::Person}, TasksAdded{u"abc"_s, u"more.jsonl"_s, 3, {Split::Learn, Split::Report}, {}});
    add({1, Phase::Person, 0, 1}, FeedbackGiven{{}, -1, u"too slow"_s, u"pass"_s, Verdict{.passed = true, .sandbox = u"bubblewrap"_s}});
    add({1, Phase::Person}, CreditMeasured{{}, 1, 12, 3, 1});
    round.solved = 1;
    round.finished = true;
    add({1, Phase::Close}, RoundFinished{round});
    add({1, Phase::Close}, RunStatusChanged{RunStatus::Finished, {}});
    return story;
}

/// Appends one by one and hands the ids of what was stored to later events.
inline void tell(Journal &journal, QList<Event> &story)
{
    AttemptId attempt;
    QList<UpdateId> updates;
    QHash<int, MemoryId> memories;
    for (Event &event : story) {
        if (auto *verdict = std::get_if<VerdictReached>(&event.payload))
            verdict->attempt = attempt;
        else if (auto *reflection = std::get_if<ReflectionWritten>(&event.payload))
            reflection->reflection.attempt = attempt;
        else if (auto *tools = std::get_if<ToolsRun>(&event.payload))
            tools->attempt = attempt;
        else if (auto *distilled = std::get_if<LessonsDistilled>(&event.payload))
            distilled->attempt = attempt;
        else if (auto *feedback = std::get_if<FeedbackGiven>(&event.payload))
            feedback->attempt = attempt;
        else if (auto *measured = std::get_if<UpdateMeasured>(&event.payload))
            measured->update = updates.first();
        else if (auto *judged = std::get_if<UpdateJudged>(&event.payload))
            judged->update = updates.last();
        else if (auto *credit = std::get_if<CreditMeasured>(&event.payload))
            credit->memory = memories.value(2);
        else if (auto *finished = std::get_if<TaskFinished>(&event.payload))
            finished->lastAttempt = attempt;
        else if (auto *admitted = std::get_if<VersionAdmitted>(&event.payload); admitted && !updates.isEmpty())
            admitted->update = updates.first();
        else if (auto *rejected = std::get_if<VersionRejected>(&event.payload))
            rejected->update = updates.last();
        else if (auto *answered = std::get_if<AttemptAnswered>(&event.payload); answered && !memories.isEmpty())
            answered->attempt.memories = {{memories.value(2), 1, 0.5, false}, {memories.value(0), 1, 0.25, true}};
        VERIFY_OK(journal.append(event));
        if (const auto *answered = std::get_if<AttemptAnswered>(&event.payload))
            attempt = answered->attempt.id;
        else if (const auto *proposed = std::get_if<UpdateProposed>(&event.payload))
            updates.append(proposed->update.id);
        else if (const auto *stored = std::get_if<MemoryStored>(&event.payload))
            memories.insert(event.place.task, stored->memory.id);
    }
}

} // namespace autodidact
