#pragma once

#include "core/evaluation/taskcheck.h"

#include <QString>

namespace autodidact {

/// Translated words for tasks and what is wrong with them.
namespace taskwords {

QString language(Language language);             ///< a proper name, the same everywhere
QString kind(TaskKind kind);
QString scope(Visibility scope);
QString isolation(Isolation isolation);

QString finding(const TaskFinding &finding);     ///< one sentence: what is wrong
QString detail(const TaskFinding &finding);      ///< what the program did: message, expected, actual, line; may be empty
QString remedy(FindingCode code);                ///< what to do; may be empty

/// Words between commas of any kind, each once.
QStringList list(const QString &text);

} // namespace taskwords
} // namespace autodidact
