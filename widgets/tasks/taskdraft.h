#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

#include <optional>

namespace autodidact {

/// A task that a person has not finished, and where it belongs.
struct TaskDraft {
    QString suite;               ///< name of the suite that it is for
    QString suiteTitle;          ///< of a suite that does not exist yet
    QString replaces;            ///< key of the task that it changes; empty for a new one
    Task task;

    bool operator==(const TaskDraft &) const = default;
};

/// Keeps one unfinished task in a file beside the database, so that it outlives the program. Any thread.
class TaskDraftFile
{
public:
    explicit TaskDraftFile(QString path) : m_path(std::move(path)) {}
    static QString pathFor(const QString &databasePath) { return databasePath + QStringLiteral(".taskdraft.json"); }

    Result<std::optional<TaskDraft>> read() const;   ///< nothing where there is none; BadInput for a damaged one
    Status write(const TaskDraft &draft) const;
    void remove() const;

private:
    QString m_path;
};

} // namespace autodidact
