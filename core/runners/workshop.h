#pragma once

#include "core/base/error.h"
#include "core/sandbox/options.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <mutex>

namespace autodidact {

/// A folder with what this program made for its sandboxes: libraries and classes of the harnesses. Attempts see it,
/// read-only, as supportFolder. Nothing in it belongs to a task. Removed at the end. Safe to use from several threads.
class Workshop
{
public:
    Workshop();

    /// The folder; readable by everybody, because the sandbox is an unprivileged user.
    QString folder() const { return m_folder.path(); }

    /// Where attempts in a sandbox of \p gear see it.
    QString seenIn(SandboxGear gear) const;

    /// Has \p make called once per \p tool, whoever asks first; later ones get the same answer.
    Status have(const QString &tool, const std::function<Status(const QString &folder)> &make);

    /// The same for what takes long to make and is alike in every program; see fetchTool(). \p make may get a folder of
    /// its own.
    Status haveKept(const QString &tool, const QByteArray &fingerprint, const std::function<Status(const QString &folder)> &make);

private:
    QTemporaryDir m_folder;
    std::mutex m_mutex;
    std::map<QString, Status> m_made;
};

/// Where attempts see the workshop's folder.
inline const QString supportFolder = QStringLiteral("/support");

} // namespace autodidact
