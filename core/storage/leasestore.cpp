#include "core/storage/leasestore.h"

#include "core/storage/query.h"
#include "core/storage/transaction.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>
#include <QUuid>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Field 22 of /proc/PID/stat, proc(5); 0 where there is none.
qint64 startOf(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    // The name in parentheses may hold spaces; the fields after it begin with the third.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 ? fields.at(19).toLongLong() : 0;
}

bool isAlive(const LeaseOwner &owner)
{
    if (::kill(pid_t(owner.pid), 0) != 0 && errno == ESRCH)
        return false;
    const qint64 start = startOf(owner.pid);
    return owner.processStart == 0 || start == 0 || start == owner.processStart;
}

} // namespace

LeaseOwner LeaseOwner::ofThisProcess()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), QSysInfo::machineHostName(), pid, startOf(pid)};
}

Result<std::optional<LeaseStore::Held>> LeaseStore::read(RunId run)
{
    Query query(m_database, u"SELECT token, host, pid, process_start, heartbeat FROM run_lease WHERE run = ?"_s, run);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return Held{{query.text(0), query.text(1), query.integer(2), query.integer(3)}, query.time(4)};
}

bool LeaseStore::isLive(const Held &held)
{
    if (held.heartbeat.secsTo(QDateTime::currentDateTimeUtc()) > ExpiryS)
        return false;
    return held.owner.host != QSysInfo::machineHostName() || isAlive(held.owner);
}

Status LeaseStore::acquire(RunId run, const LeaseOwner &owner)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const auto held = read(run);
    if (!held)
        return std::unexpected(held.error());
    if (held->has_value() && (*held)->owner.token != owner.token && isLive(**held)) {
        return fail(ErrorKind::Conflict,
            u"This run is driven by another instance (process %1 on %2). Stop it there, or wait until it has ended"_s
                .arg((*held)->owner.pid).arg((*held)->owner.host));
    }
    const Status done = execute(m_database,
        u"INSERT OR REPLACE INTO run_lease (run, token, host, pid, process_start, heartbeat) VALUES (?, ?, ?, ?, ?, ?)"_s,
        run, owner.token, owner.host, owner.pid, owner.processStart, QDateTime::currentDateTimeUtc());
    return done ? transaction.commit() : done;
}

Status LeaseStore::renew(RunId run, const LeaseOwner &owner)
{
    Query query(m_database, u"UPDATE run_lease SET heartbeat = ? WHERE run = ? AND token = ?"_s,
        QDateTime::currentDateTimeUtc(), run, owner.token);
    if (const Status done = query.run(); !done)
        return done;
    if (query.changedRows() == 1)
        return {};
    return fail(ErrorKind::Conflict, u"Another instance took this run over. It goes on there"_s);
}

Status LeaseStore::release(RunId run, const LeaseOwner &owner)
{
    return execute(m_database, u"DELETE FROM run_lease WHERE run = ? AND token = ?"_s, run, owner.token);
}

Result<std::optional<LeaseOwner>> LeaseStore::holder(RunId run)
{
    return read(run).transform([](const std::optional<Held> &held) {
        return held && isLive(*held) ? std::optional(held->owner) : std::nullopt;
    });
}

} // namespace autodidact
