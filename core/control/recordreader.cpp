#include "core/control/recordreader.h"

#include "core/control/feedbackcommands.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/journalexport.h"
#include "core/storage/memorystore.h"
#include "core/storage/reflectionstore.h"
#include "core/storage/roundstore.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/safetystore.h"
#include "core/storage/suitestore.h"
#include "core/storage/updatestore.h"
#include "core/storage/verdictstore.h"
#include "core/storage/versionstore.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Keeps the value, or the first error.
class Reading
{
public:
    template<typename T>
    void into(T &target, Result<T> result)
    {
        if (result)
            target = std::move(*result);
        else if (!error)
            error = result.error();
    }

    std::optional<Error> error;
};

/// Of the attempts that tools looked at, by id.
Result<QMap<qint64, std::optional<int>>> readLints(Database &database, RunId run)
{
    const Result<QList<Event>> events = EventStore(database).ofKind(run, EventKind::ToolsRun);
    if (!events)
        return std::unexpected(events.error());
    QMap<qint64, std::optional<int>> lints;
    for (const Event &event : *events) {
        const auto &looked = std::get<ToolsRun>(event.payload);
        lints.insert(looked.attempt.value, lintFindings(looked.reports));
    }
    return lints;
}

Result<QList<AttemptRecord>> readAttempts(Database &database, RunId run)
{
    AttemptStore attempts(database);
    VerdictStore verdicts(database);
    const Result<QList<AttemptRow>> rows = attempts.rows(run);
    if (!rows)
        return std::unexpected(rows.error());
    const Result<QMap<qint64, std::optional<int>>> lints = readLints(database, run);
    if (!lints)
        return std::unexpected(lints.error());
    QList<AttemptRecord> records;
    for (const AttemptRow &row : *rows) {
        const Result<Attempt> attempt = attempts.byId(row.id);
        const auto visible = verdicts.byAttempt(row.id, Visibility::Visible);
        const auto hidden = verdicts.byAttempt(row.id, Visibility::Hidden);
        if (!attempt)
            return std::unexpected(attempt.error());
        if (!visible || !hidden)
            return std::unexpected(visible ? hidden.error() : visible.error());
        records.append(attemptRecord(*attempt, *visible, *hidden));
        records.last().lintFindings = lints->value(row.id.value);
    }
    return records;
}

Status readFirstEvent(Database &database, RunRecord &record)
{
    const auto started = EventStore(database).ofKind(record.run.id, EventKind::RunStarted, 0, 1);
    if (!started)
        return std::unexpected(started.error());
    if (!started->isEmpty()) {
        const auto &first = std::get<RunStarted>(started->first().payload);
        record.warnings = first.warnings;
    }
    const Result<QList<Split>> splits = splitsOf(database, record.run.id);
    if (!splits)
        return std::unexpected(splits.error());
    record.splits = *splits;
    return {};
}

Result<QString> journalHash(Database &database, RunId run)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Status status = exportJournal(database, run, [&](const QByteArray &line) {
        hash.addData(line);
        return true;
    });
    if (!status)
        return std::unexpected(status.error());
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Result<RunRecord> readRecord(Database &database, RunId run, const QMap<QString, QString> &tools)
{
    RunRecord record;
    Reading reading;
    reading.into(record.run, RunStore(database).byId(run));
    if (reading.error)
        return std::unexpected(*reading.error);
    SuiteStore suites(database);
    MemoryFilter everything;
    everything.state.reset();
    reading.into(record.suite, suites.byId(record.run.suite));
    reading.into(record.tasks, tasksOfRun(database, record.run));
    reading.into(record.rounds, RoundStore(database).all(run));
    reading.into(record.attempts, readAttempts(database, run));
    reading.into(record.reflections, ReflectionStore(database).ofRun(run));
    reading.into(record.versions, VersionStore(database).all(run));
    reading.into(record.updates, UpdateStore(database).all(run));
    reading.into(record.decisions, SafetyStore(database).all(run));
    MemoryStore memories(database);
    const QString &shared = record.run.config.memorySet;
    const Result<MemorySet> set = shared.isEmpty() ? memories.setById(record.run.memorySet) : memories.setByName(shared);
    reading.into(record.memories, set ? memories.current(set->id, everything) : std::unexpected(set.error()));
    reading.into(record.feedback, feedbackOf(database, run));
    QString journal;
    reading.into(journal, journalHash(database, run));
    if (reading.error)
        return std::unexpected(*reading.error);
    if (const Status first = readFirstEvent(database, record); !first)
        return std::unexpected(first.error());

    std::ranges::stable_sort(record.attempts, [](const AttemptRecord &a, const AttemptRecord &b) {
        return std::tie(a.place, a.id) < std::tie(b.place, b.id);
    });
    // A round still going on says nothing yet; one that the budget cut short counts with what it did not do.
    if (record.run.status != RunStatus::BudgetReached)
        record.rounds.removeIf([](const Round &round) { return !round.finished; });
    record.simulated = record.run.config.model.startsWith(u"student");
    if (record.run.finishedAt.isValid())
        record.wallS = double(record.run.createdAt.msecsTo(record.run.finishedAt)) / 1000.0;
    record.tools = tools;
    record.hashes = {{u"suite"_s, record.suite.hash}, {u"journal"_s, journal}};
    return record;
}

} // namespace autodidact
