#pragma once

#include "core/runners/runner.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <mutex>

namespace autodidact {

/// Verdicts of programs that were run before, by everything that decides them: code, tests, limits, and \p sandbox (a
/// name of the sandbox and its version). Lives in memory; may be used by several runners and threads at once.
///
/// Only for programs that do the same every time, such as those of the simulated student. One hit in a hundred is run
/// again, and `differed` counts those whose verdict was another one: it stays at zero where the cache may be trusted.
class VerdictCache
{
public:
    struct Counts {
        qint64 hits = 0;
        qint64 misses = 0;
        qint64 repeated = 0;     ///< hits that were run again
        QStringList differed;    ///< of these: entry point, class then and class now
    };

    explicit VerdictCache(QString sandbox) : m_sandbox(std::move(sandbox)) {}

    /// What was found earlier, with no resources spent and the gear "cached"; or else what \p runner finds now. Faults
    /// of the machine, and programs which its slowness may have stopped, are not kept.
    Result<Verdict> run(Runner &runner, const Execution &execution, const std::stop_token &stop);

    Counts counts() const;

private:
    QByteArray keyOf(const Execution &execution) const;
    void keep(const QByteArray &key, const Execution &execution, const Verdict &verdict);

    const QString m_sandbox;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Verdict> m_verdicts;
    Counts m_counts;
};

/// A runner that asks the cache first.
class CachingRunner : public Runner
{
public:
    CachingRunner(std::unique_ptr<Runner> runner, std::shared_ptr<VerdictCache> cache)
        : m_runner(std::move(runner))
        , m_cache(std::move(cache))
    {
    }

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override
    {
        return m_cache->run(*m_runner, execution, stop);
    }

private:
    std::unique_ptr<Runner> m_runner;
    std::shared_ptr<VerdictCache> m_cache;
};

} // namespace autodidact
