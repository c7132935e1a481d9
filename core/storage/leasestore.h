#pragma once

#include "core/base/id.h"
#include "core/storage/database.h"

#include <QDateTime>

#include <optional>

namespace autodidact {

/// Who drives a run.
struct LeaseOwner {
    QString token;          ///< random, one per instance
    QString host;
    qint64 pid = 0;
    qint64 processStart = 0; ///< clock ticks since boot, tells a reused pid; 0 unknown

    static LeaseOwner ofThisProcess();
    bool operator==(const LeaseOwner &) const = default;
};

/// A run has at most one owner, who renews its lease while it lives.
class LeaseStore
{
public:
    static constexpr int ExpiryS = 60;      ///< without a renewal for this long, anybody may take it

    explicit LeaseStore(Database &database) : m_database(database) {}

    /// Takes the lease when it is free, ours, expired, or its owner on this host is dead; else Conflict
    /// with a message that names the owner.
    Status acquire(RunId run, const LeaseOwner &owner);

    /// To be called every 20 s or so. Conflict when somebody else took it meanwhile.
    Status renew(RunId run, const LeaseOwner &owner);

    /// Nothing happens when it is not ours.
    Status release(RunId run, const LeaseOwner &owner);

    /// The owner, when the lease is live.
    Result<std::optional<LeaseOwner>> holder(RunId run);

private:
    struct Held {
        LeaseOwner owner;
        QDateTime heartbeat;
    };
    Result<std::optional<Held>> read(RunId run);
    static bool isLive(const Held &held);

    Database &m_database;
};

} // namespace autodidact
