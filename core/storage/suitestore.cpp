#include "core/storage/suitestore.h"

#include "core/base/hash.h"
#include "core/events/codec.h"
#include "core/storage/query.h"
#include "core/storage/sqlerror.h"
#include "core/storage/transaction.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Status checkKeys(const Suite &suite, const QList<Task> &tasks)
{
    if (suite.name.isEmpty())
        return fail(ErrorKind::BadInput, u"A suite needs a name"_s);
    if (tasks.isEmpty())
        return fail(ErrorKind::BadInput, u"The suite \"%1\" has no tasks"_s.arg(suite.name));
    QSet<QString> keys;
    for (const Task &task : tasks) {
        if (keys.contains(task.key)) {
            return fail(ErrorKind::BadInput,
                u"The suite \"%1\" has the task \"%2\" twice. Keys must be unique"_s.arg(suite.name, task.key));
        }
        keys.insert(task.key);
    }
    return {};
}

/// The row's name of tasks that came in; since it is not the suite's own, all() leaves it out.
QString keptName(const QString &hash)
{
    return u"# "_s + hash;
}

Result<Suite> readSuite(Query &query)
{
    return parseJsonObject(query.text(1).toUtf8(), u"suite"_s).and_then(fromJson<Suite>).transform([&](Suite suite) {
        suite.id = query.id<SuiteId>(0);
        return suite;
    });
}

Result<Task> readTask(Query &query)
{
    const QByteArray body = qUncompress(query.bytes(3));
    return parseJsonObject(body, u"task"_s).and_then(fromJson<Task>).transform([&](Task task) {
        task.id = query.id<TaskId>(0);
        task.suite = query.id<SuiteId>(1);
        task.ordinal = query.number(2);
        return task;
    });
}

} // namespace

QString SuiteStore::hashOf(const QList<Task> &tasks)
{
    QByteArray lines;
    for (const Task &task : tasks) {
        QJsonObject object = toJson(task, JsonForm::Portable);
        object.remove("ordinal"_L1);   // the order of the lines says it
        lines += toJsonLine(object) + '\n';
    }
    return sha256Hex(lines);
}

Status SuiteStore::addTask(Task &task)
{
    Query query(m_database, u"INSERT INTO task (suite, ordinal, key, title, body) VALUES (?, ?, ?, ?, ?)"_s, task.suite,
        task.ordinal, task.key, task.title, qCompress(toJsonLine(toJson(task, JsonForm::Portable))));
    return query.run().transform([&] { task.id = TaskId{query.insertedId()}; });
}

Result<Suite> SuiteStore::add(Suite suite, QList<Task> tasks)
{
    if (const Status checked = checkKeys(suite, tasks); !checked)
        return std::unexpected(checked.error());
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    const QString name = suite.name;
    const Result<Suite> added = insert(std::move(suite), std::move(tasks), name);
    if (!added)
        return added;
    return transaction.commit().transform([&added] { return *added; });
}

Result<Suite> SuiteStore::replace(SuiteId old, Suite suite, QList<Task> tasks)
{
    if (const Status checked = checkKeys(suite, tasks); !checked)
        return std::unexpected(checked.error());
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    if (const Status retired = retire(old, suite.name); !retired)
        return std::unexpected(retired.error());
    const QString name = suite.name;
    const Result<Suite> added = insert(std::move(suite), std::move(tasks), name);
    if (!added)
        return added;
    return transaction.commit().transform([&added] { return *added; });
}

/// Frees the name: deletes the version, or, where runs were made with it, keeps its row under a name that is nobody's.
Status SuiteStore::retire(SuiteId suite, const QString &name)
{
    Query current(m_database, u"SELECT EXISTS (SELECT 1 FROM run WHERE run.suite = suite.id) FROM suite WHERE id = ? AND name = ?"_s, suite, name);
    const Result<bool> found = current.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found) {
        return fail(ErrorKind::Conflict, u"The suite \"%1\" was changed meanwhile, by another program or window. "
                                         "Look at its newest version, and make your change again."_s.arg(name));
    }
    const bool used = current.flag(0);
    if (!used)
        return execute(m_database, u"DELETE FROM suite WHERE id = ?"_s, suite);
    return execute(m_database, u"UPDATE suite SET name = name || ' #' || id WHERE id = ?"_s, suite);
}

Result<Suite> SuiteStore::keep(Suite suite, QList<Task> tasks)
{
    if (const Status checked = checkKeys(suite, tasks); !checked)
        return std::unexpected(checked.error());
    suite.hash = hashOf(tasks);
    const Result<std::optional<Suite>> known = kept(suite.hash);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return **known;
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    const QString name = keptName(suite.hash);
    const Result<Suite> added = insert(std::move(suite), std::move(tasks), name);
    if (!added)
        return added;
    return transaction.commit().transform([&added] { return *added; });
}

Result<std::optional<Suite>> SuiteStore::kept(const QString &hash)
{
    Query query(m_database, u"SELECT id, body FROM suite WHERE name = ?"_s, keptName(hash));
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::optional<Suite>();
    return readSuite(query).transform([](Suite suite) { return std::optional<Suite>(std::move(suite)); });
}

Result<Suite> SuiteStore::insert(Suite suite, QList<Task> tasks, const QString &rowName)
{
    suite.taskCount = int(tasks.size());
    if (suite.hash.isEmpty())
        suite.hash = hashOf(tasks);
    Query query(m_database, u"INSERT INTO suite (name, body) VALUES (?, ?)"_s, rowName,
        QString::fromUtf8(toJsonLine(toJson(suite, JsonForm::Portable))));
    if (const Status done = query.run(); !done) {
        if (!isConstraint(done.error()))
            return std::unexpected(done.error());
        return fail(ErrorKind::Conflict,
            u"A suite named \"%1\" exists already. Choose another name with --name"_s.arg(suite.name));
    }
    suite.id = SuiteId{query.insertedId()};
    int ordinal = 0;
    for (Task &task : tasks) {
        task.suite = suite.id;
        task.ordinal = ordinal++;
        if (const Status done = addTask(task); !done)
            return std::unexpected(done.error());
    }
    return suite;
}

Result<QList<Suite>> SuiteStore::all()
{
    Query query(m_database, u"SELECT id, body FROM suite WHERE name = json_extract(body, '$.name') ORDER BY name"_s);
    return collect<Suite>(query, readSuite);
}

Result<Suite> SuiteStore::byName(const QString &name)
{
    const Result<QList<Suite>> suites = all();
    if (!suites)
        return std::unexpected(suites.error());
    QStringList names;
    for (const Suite &suite : *suites) {
        if (suite.name == name)
            return suite;
        names.append(suite.name);
    }
    const QString known = names.isEmpty() ? u"none yet; see \"suite import\""_s : names.join(u", "_s);
    return fail(ErrorKind::NotFound, u"There is no suite \"%1\". Known suites: %2"_s.arg(name, known));
}

Result<Suite> SuiteStore::byId(SuiteId id)
{
    Query query(m_database, u"SELECT id, body FROM suite WHERE id = ?"_s, id);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    return *found ? readSuite(query) : fail(ErrorKind::NotFound, u"There is no suite with id %1"_s.arg(id.value));
}

Result<QList<Task>> SuiteStore::tasks(SuiteId suite)
{
    Query query(m_database, u"SELECT id, suite, ordinal, body FROM task WHERE suite = ? ORDER BY ordinal"_s, suite);
    return collect<Task>(query, readTask);
}

Result<Task> SuiteStore::task(TaskId id)
{
    Query query(m_database, u"SELECT id, suite, ordinal, body FROM task WHERE id = ?"_s, id);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    return *found ? readTask(query) : fail(ErrorKind::NotFound, u"There is no task with id %1"_s.arg(id.value));
}

Status SuiteStore::remove(SuiteId suite)
{
    const Status done = execute(m_database, u"DELETE FROM suite WHERE id = ?"_s, suite);
    if (done || !isConstraint(done.error()))
        return done;
    return fail(ErrorKind::Conflict, u"Runs use this suite. Delete them first (see \"runs list\")"_s);
}

} // namespace autodidact
