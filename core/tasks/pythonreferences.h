#pragma once

#include <QStringList>

namespace autodidact {

/// References out of published solutions.
struct PythonReferences {
    QStringList programs;    ///< at most MostReferences, each behind the prefix
    bool cut = false;        ///< there were more
};

/// The first solutions that are programs in Python 3, not in Python 2.
PythonReferences pythonReferences(const QStringList &solutions, const QString &prefix);

} // namespace autodidact
