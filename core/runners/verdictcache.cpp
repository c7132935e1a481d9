#include "core/runners/verdictcache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qint64 hitsPerRepeat = 100;

/// What two runs of one program agree on.
Verdict lasting(Verdict verdict)
{
    verdict.resources = {};
    for (TestResult &test : verdict.tests)
        test.cpuMs = 0;
    verdict.gear = u"cached"_s;
    verdict.infrastructureRetries = 0;
    return verdict;
}

/// A timeout counts when the program itself used its time up, not when it waited for a busy machine.
bool lasts(const Execution &execution, const Verdict &verdict)
{
    if (!verdict.counts())
        return false;
    return verdict.errorClass != ErrorClass::Timeout || verdict.resources.cpuMs >= 0.9 * execution.limits.cpuMs;
}

} // namespace

Result<Verdict> VerdictCache::run(Runner &runner, const Execution &execution, const std::stop_token &stop)
{
    const QByteArray key = keyOf(execution);
    std::optional<Verdict> known;
    bool repeat = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto found = m_verdicts.constFind(key); found != m_verdicts.constEnd())
            known = *found;
        ++(known ? m_counts.hits : m_counts.misses);
        repeat = known && m_counts.hits % hitsPerRepeat == 0;
    }
    if (known && !repeat)
        return *known;
    const Result<Verdict> fresh = runner.run(execution, stop);
    if (!fresh)
        return fresh;
    if (repeat && lasts(execution, *fresh)) {
        const std::scoped_lock lock(m_mutex);
        ++m_counts.repeated;
        if (lasting(*fresh) != *known)
            m_counts.differed.append(
                u"%1 %2/%3"_s.arg(execution.entryPoint, toString(known->errorClass), toString(fresh->errorClass)));
    }
    keep(key, execution, *fresh);
    return fresh;
}

VerdictCache::Counts VerdictCache::counts() const
{
    const std::scoped_lock lock(m_mutex);
    return m_counts;
}

QByteArray VerdictCache::keyOf(const Execution &execution) const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_sandbox << int(execution.language) << int(execution.kind) << int(execution.isolation) << int(execution.scope)
           << execution.coverage << execution.code << execution.entryPoint << execution.starter << execution.testSetup
           << execution.tests.size();
    for (const TestCase &test : execution.tests)
        stream << test.name << test.code << test.input << test.outputs;
    stream << execution.testFiles.size();
    for (const TestFile &file : execution.testFiles)
        stream << file.path << file.content << int(file.visibility);
    const Repository &repository = execution.repository;
    stream << repository.folder << repository.baseCommit << repository.testPatch << repository.failToPass << repository.passToPass
           << repository.setUpCommands << repository.testCommands;
    const Limits &limits = execution.limits;
    stream << limits.cpuMs << limits.wallMs << limits.memoryMb << limits.processes << limits.fileMb << limits.outputKb;
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void VerdictCache::keep(const QByteArray &key, const Execution &execution, const Verdict &verdict)
{
    if (!lasts(execution, verdict))
        return;
    const std::scoped_lock lock(m_mutex);
    m_verdicts.insert(key, lasting(verdict));
}

} // namespace autodidact
