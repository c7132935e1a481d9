#pragma once

#include "core/domain/task.h"
#include "core/git/clone.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// What importers warn of, with the repositories behind it.
inline const QString clonesNeeded = QStringLiteral("the tasks need a local clone of each repository");

/// Whether a task needs a clone, and none is known.
bool lacksClone(const Task &task);

/// The clone of a repository ("owner/project") below \p folder: owner__project, owner/project or project, each with ".git"
/// behind it or not, bare or not; else \p folder itself, where it is a clone of that name. Empty where there is none.
QString cloneBelow(const QString &folder, const QString &repository);

/// Gives every repository task without a clone the one below \p folder, where that holds the task's commit.
void findClones(QList<Task> &tasks, const QString &folder);

/// One sentence about the tasks without a clone: how many, of which repositories, and what to do; empty where all have one.
QString clonesMissing(const QList<Task> &tasks);

/// A task's clone and its base commit.
struct OpenedBase {
    Clone clone;
    TreeId tree;
};

/// Missing names the repository or the commit, and says how to get it.
Result<OpenedBase> openBase(const Repository &repository);

} // namespace autodidact
