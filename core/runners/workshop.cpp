#include "core/runners/workshop.h"

#include "core/runners/toolcache.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace autodidact {

Workshop::Workshop()
    : m_folder(QDir::tempPath() + u"/autodidact-XXXXXX"_s)
{
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
            | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
}

QString Workshop::seenIn(SandboxGear gear) const
{
    return gear == SandboxGear::None ? folder() : supportFolder;
}

Status Workshop::have(const QString &tool, const std::function<Status(const QString &folder)> &make)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_folder.isValid())
        return fail(ErrorKind::Storage, u"no folder could be made in %1: %2"_s.arg(QDir::tempPath(), m_folder.errorString()));
    const auto known = m_made.find(tool);
    if (known != m_made.end())
        return known->second;
    return m_made.emplace(tool, make(m_folder.path())).first->second;
}

Status Workshop::haveKept(const QString &tool, const QByteArray &fingerprint, const std::function<Status(const QString &folder)> &make)
{
    return have(tool, [&](const QString &folder) { return fetchTool(tool, fingerprint, folder, make); });
}

} // namespace autodidact
