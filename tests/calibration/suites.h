#pragma once

#include "core/tasks/importer.h"

namespace autodidact::fixtures {

/// A suite that comes with the program: "starter-python".
inline QList<Task> bundledTasks(const QString &name)
{
    for (const QString &path : bundledSuites()) {
        if (path.endsWith(u'/' + name + QStringLiteral(".jsonl")))
            return importSuite(QStringLiteral("jsonl"), path).value().tasks;
    }
    return {};
}

} // namespace autodidact::fixtures
