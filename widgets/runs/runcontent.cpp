#include "widgets/runs/runcontent.h"

#include "core/storage/eventstore.h"
#include "core/storage/runreader.h"
#include "widgets/base/roworder.h"

namespace autodidact {

Result<RunContent> readContent(Database &database, RunId run)
{
    // The connection sees commits at any moment: reads until none came in between.
    constexpr int mostTries = 4;
    RunReader reader(database);
    RunContent content;
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        const Result<qint64> before = EventStore(database).lastSequence(run);
        const Result<RunRow> row = reader.run(run);
        const Result<QList<Round>> rounds = reader.rounds(run);
        if (!before || !row || !rounds)
            return std::unexpected(!before ? before.error() : !row ? row.error() : rounds.error());
        content = {*rounds, {}, *before, row->live};
        for (const Round &round : *rounds) {
            Result<QList<TaskRow>> tasks = reader.tasks(run, round.number);
            if (!tasks)
                return std::unexpected(tasks.error());
            tasks->removeIf([](const TaskRow &task) { return !hasRows(task.place.phase); });
            content.tasks += *tasks;
        }
        const Result<qint64> after = EventStore(database).lastSequence(run);
        if (!after)
            return std::unexpected(after.error());
        content.sequence = *after;
        if (*after == *before)
            break;
    }
    return content;
}

} // namespace autodidact
