#include "core/control/memorysetcommands.h"

#include "core/storage/runstore.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Result<QList<MemorySetSummary>> MemorySetCommands::list()
{
    const Result<QList<MemorySet>> sets = MemoryStore(m_database).sets();
    if (!sets)
        return std::unexpected(sets.error());
    QList<MemorySetSummary> list;
    for (const MemorySet &set : *sets) {
        const Result<MemorySetSummary> one = summary(set);
        if (!one)
            return std::unexpected(one.error());
        list.append(*one);
    }
    return list;
}

Result<MemorySetSummary> MemorySetCommands::summary(const MemorySet &set)
{
    MemoryStore store(m_database);
    MemoryFilter everything;
    everything.state.reset();
    const Result<int> active = store.count(set.id);
    const Result<int> all = store.count(set.id, everything);
    const Result<QStringList> readers = store.readersOf(set.name);
    if (!active || !all)
        return std::unexpected(active ? all.error() : active.error());
    if (!readers)
        return std::unexpected(readers.error());
    return MemorySetSummary{set, *active, *all - *active, *readers};
}

Result<MemorySetSummary> MemorySetCommands::summary(const QString &name)
{
    return MemoryStore(m_database).setByName(name).and_then([this](const MemorySet &set) {
        return summary(set);
    });
}

Result<MemorySetSummary> MemorySetCommands::fork(const QString &from, const QString &name)
{
    if (name.trimmed().isEmpty())
        return fail(ErrorKind::BadUsage, u"A memory set needs a name."_s);
    MemoryStore store(m_database);
    return store.setByName(from)
        .and_then([&](const MemorySet &set) { return store.fork(set.id, name.trimmed()); })
        .and_then([this](const MemorySet &made) { return summary(made); });
}

Status MemorySetCommands::checkOver(const QStringList &runs, const QString &what)
{
    for (const QString &name : runs) {
        const Result<Run> run = RunStore(m_database).byNameOrId(name);
        if (!run)
            return std::unexpected(run.error());
        const bool over = run->status == RunStatus::Finished || run->status == RunStatus::Failed;
        if (!over)
            return fail(ErrorKind::Conflict,
                u"The run \"%1\" %2 this memory set and may go on. Let it finish, or fork the set."_s
                    .arg(name, what));
    }
    return {};
}

Result<MemorySetSummary> MemorySetCommands::freeze(const QString &name)
{
    const Result<MemorySetSummary> found = summary(name);
    if (!found)
        return found;
    if (found->set.run.isValid()) {
        if (const Status over = checkOver({name}, u"writes"_s); !over)
            return std::unexpected(over.error());
    }
    if (const Status frozen = MemoryStore(m_database).freeze(found->set.id); !frozen)
        return std::unexpected(frozen.error());
    return summary(name);
}

Result<MemorySetSummary> MemorySetCommands::unfreeze(const QString &name)
{
    const Result<MemorySetSummary> found = summary(name);
    if (!found)
        return found;
    if (const Status over = checkOver(found->readers, u"reads"_s); !over)
        return std::unexpected(over.error());
    if (const Status done = MemoryStore(m_database).unfreeze(found->set.id); !done)
        return std::unexpected(done.error());
    return summary(name);
}

Status MemorySetCommands::remove(const QString &name)
{
    MemoryStore store(m_database);
    const Result<MemorySet> set = store.setByName(name);
    return set ? store.removeSet(set->id) : std::unexpected(set.error());
}

} // namespace autodidact
