#include "core/control/intake.h"

#include "core/storage/runtasks.h"
#include "core/storage/suitestore.h"
#include "core/tasks/jsonlines.h"
#include "core/tasks/splitter.h"
#include "core/tasks/suitefile.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qint64 LargestFile = 256 << 20;    // bytes

/// What a solver is asked, whatever key, title and tests it goes by.
QString question(const Task &task)
{
    return toString(task.language) + u'\n' + task.entryPoint + u'\n' + task.repository.name + u' ' + task.repository.baseCommit + u'\n'
        + task.statement.simplified() + u'\n' + task.starter.simplified();
}

Result<SuiteContent> read(const QString &path)
{
    if (QFileInfo(path).size() > LargestFile)
        return fail(ErrorKind::BadInput, u"The file is larger than %1 MB. Divide it."_s.arg(LargestFile >> 20));
    return readPlainOrGzip(path).and_then([&](const QByteArray &bytes) { return parseSuite(bytes, QFileInfo(path).fileName()); });
}

} // namespace

Inbox inboxOf(const Database &database, const Run &run)
{
    return Inbox(run.config.inbox.isEmpty() ? database.path() + u".inbox/run-%1"_s.arg(run.id.value) : run.config.inbox);
}

QString conflictWith(const QList<Task> &tasks, const QList<Task> &added)
{
    QHash<QString, const Task *> byKey;
    QHash<QString, const Task *> byQuestion;
    for (const Task &task : tasks) {
        byKey.insert(task.key, &task);
        byQuestion.insert(question(task), &task);
    }
    for (const Task &task : added) {
        if (byKey.contains(task.key))
            return u"The run has a task \"%1\" already. Take it out of the file, or give it another key."_s.arg(task.key);
        const Task *same = byQuestion.value(question(task));
        if (same && (same->groupKey() != task.groupKey() || task.repeatKind == RepeatKind::None))
            return u"The task \"%1\" asks the same as \"%2\". Take it out of the file."_s.arg(task.key, same->key);
        byKey.insert(task.key, &task);
        byQuestion.insert(question(task), &task);
    }
    return {};
}

Intake::Intake(RunContext &context)
    : m_context(context)
    , m_inbox(inboxOf(context.database, context.run))
{
}

Result<int> Intake::takeIn(int round)
{
    const Place place{round, Phase::Open};
    while (m_context.ledger.has<TasksAdded>(place))
        m_context.ledger.take<TasksAdded>(place);    // the session began with them
    if (m_context.ledger.has<RoundStarted>(place))
        return 0;
    const QStringList names = m_inbox.waiting();
    if (!names.isEmpty() && !m_past) {
        Result<QList<TasksAdded>> past = additionsOf(m_context.database, m_context.run.id);
        if (!past)
            return std::unexpected(past.error());
        m_past = std::move(*past);
    }
    int count = 0;
    for (const QString &name : names) {
        const Result<int> taken = take(round, name);
        if (!taken)
            return taken;
        count += *taken;
    }
    return count;
}

Result<int> Intake::take(int round, const QString &name)
{
    Result<SuiteContent> content = read(m_inbox.pathOf(name));
    if (!content)
        return refuse(round, name, content.error().detail).transform([] { return 0; });
    if (content->tasks.isEmpty())
        return refuse(round, name, u"The file holds no task."_s).transform([] { return 0; });
    return add(round, name, std::move(*content));
}

Result<int> Intake::add(int round, const QString &name, SuiteContent content)
{
    TasksAdded addition;
    addition.suiteHash = SuiteStore::hashOf(content.tasks);
    addition.source = name;
    addition.first = int(m_context.tasks.size());
    if (isKnown(addition)) {
        moved(m_inbox.moveToDone(name));
        return 0;
    }
    addition.splits = splitAdded(content.tasks, m_context.tasks, m_context.splits, m_context.config().split, m_context.config().seed);
    QList<Task> all = m_context.tasks;
    for (Task task : content.tasks) {
        task.ordinal = int(all.size());
        all.append(std::move(task));
    }
    QString problem = conflictWith(m_context.tasks, content.tasks);
    if (problem.isEmpty() && m_context.prepareFor) {
        if (const Status prepared = m_context.prepareFor(all); !prepared)
            problem = prepared.error().detail;
    }
    if (!problem.isEmpty())
        return refuse(round, name, problem).transform([] { return 0; });

    const Result<Suite> kept = SuiteStore(m_context.database).keep(content.suite, content.tasks);
    if (!kept)
        return std::unexpected(kept.error());
    const auto committed = m_context.ledger.commit({round, Phase::Open}, addition);
    if (!committed)
        return std::unexpected(committed.error());
    m_past->append(addition);
    Result<QList<Task>> tasks = tasksOfRun(m_context.database, m_context.run);
    if (!tasks)
        return std::unexpected(tasks.error());
    m_context.tasks = withLimits(std::move(*tasks), m_context.config());
    m_context.splits += addition.splits;
    if (m_context.tasksChanged)
        m_context.tasksChanged();
    moved(m_inbox.moveToDone(name));
    return int(content.tasks.size());
}

Status Intake::refuse(int round, const QString &name, const QString &problem)
{
    TasksAdded refusal;
    refusal.source = name;
    refusal.first = int(m_context.tasks.size());
    refusal.problem = problem;
    if (!isKnown(refusal)) {
        if (const auto committed = m_context.ledger.commit({round, Phase::Open}, refusal); !committed)
            return std::unexpected(committed.error());
        m_past->append(refusal);
    }
    moved(m_inbox.moveToRefused(name, problem));
    return {};
}

/// Whether the journal says this of this file.
bool Intake::isKnown(const TasksAdded &addition) const
{
    return std::ranges::any_of(*m_past, [&](const TasksAdded &past) {
        return past.source == addition.source && past.suiteHash == addition.suiteHash && past.problem == addition.problem;
    });
}

/// A file that cannot be moved is passed over from now on: the journal knows it.
void Intake::moved(const Status &status) const
{
    if (!status)
        m_context.note(Trouble{status.error(), {}});
}

} // namespace autodidact
