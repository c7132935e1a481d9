#pragma once

#include "core/base/id.h"

#include <QString>

namespace autodidact {

/// A named, versioned set of tasks.
struct Suite {
    SuiteId id;
    QString name;        ///< unique in a database
    QString version;
    QString title;
    QString description;
    QString licence;
    QString released;    ///< ISO date, or empty
    QString format;      ///< the importer it came through, for example "humaneval"
    QString hash;        ///< SHA-256 over its tasks in order; changes when any test changes
    int taskCount = 0;

    bool operator==(const Suite &) const = default;
};

} // namespace autodidact
