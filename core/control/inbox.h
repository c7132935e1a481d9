#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace autodidact {

/// A folder that task files are dropped into while a run goes on: what waits there, and where it goes afterwards. Knows
/// neither runs nor the database.
///
/// Files must be put there whole: written under a name that starts with a dot or ends in ".tmp", and renamed. What was taken
/// goes to "done", what was refused to "refused", with the reason in a text file beside it.
class Inbox
{
public:
    explicit Inbox(QString folder) : m_folder(std::move(folder)) {}

    const QString &folder() const { return m_folder; }

    /// Makes the folder where there is none; Storage when that cannot be done or it cannot be written into.
    Status open() const;

    /// Names of the files that wait, in their order. Dot files, "*.tmp", folders and links are none.
    QStringList waiting() const;

    QString pathOf(const QString &name) const;

    /// Storage when the file cannot be moved.
    Status moveToDone(const QString &name) const;
    Status moveToRefused(const QString &name, const QString &reason) const;

    /// Drops a copy of a file from elsewhere, whole or not at all; returns its name here, which differs where one of that
    /// name waits already. Missing or Storage.
    Result<QString> drop(const QString &path) const;

    /// Where summaries of days are kept.
    QString summaries() const;

private:
    Result<QString> move(const QString &name, const QString &to) const;

    QString m_folder;
};

} // namespace autodidact
