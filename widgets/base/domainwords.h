#pragma once

#include "core/domain/reflection.h"
#include "core/storage/rows.h"
#include "widgets/base/theme.h"

#include <QString>

namespace autodidact {

/// Translated words for the nouns that several panels show.
namespace words {

QString errorClass(ErrorClass errorClass);       ///< "logic"; "memory" is the one of the machine
QString state(ShownState state);                 ///< "Solved", "Failed", …
QString origin(ReflectionOrigin origin);
QString bytes(qint64 kilobytes);                 ///< "14.2 MB"
QString milliseconds(double ms);                 ///< "310 ms", "4.1 s"
QString ago(const QDateTime &time, const QDateTime &now);   ///< "3 min ago"

} // namespace words

/// How a task or an attempt is shown; \p live is whether its run is going on.
ShownState shownState(const TaskRow &row, bool live);
ShownState shownState(const AttemptRow &row, bool live);
ShownState shownState(RunStatus status);

} // namespace autodidact
