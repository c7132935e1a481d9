#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Whether a suite of this name comes with the program: it is never changed in place.
bool isBundledSuite(const QString &name);

/// BadInput says what a name may hold: small letters, digits, "-", "_" and ".".
Status checkSuiteName(const QString &name);

/// The version behind this one: its last number plus one ("1.9" → "1.10"); "2" behind none, ".2" added where it has no number.
QString nextVersion(const QString &version);

/// A name for a copy that is not among \p taken: "NAME-copy", "NAME-copy-2", …
QString copyName(const QString &name, const QStringList &taken);

/// \p key, or with the least number behind it that no task has: "pads", "pads-2", …
QString freeKey(const QString &key, const QList<Task> &tasks);

/// The tasks with \p task in the place of that with the key \p replaces, or at the end. Repeats of a task whose key
/// changed, or whose group did, follow it.
QList<Task> withTask(QList<Task> tasks, const QString &replaces, const Task &task);

/// The tasks without these. Repeats of one that goes stand alone.
QList<Task> withoutTasks(const QList<Task> &tasks, const QStringList &keys);

/// What a suite file would hold of the suite: it can be exported, and imported again as the same. BadInput names every
/// problem with the number of its task.
Result<SuiteContent> asSuiteFile(const Suite &suite, const QList<Task> &tasks);

} // namespace autodidact
