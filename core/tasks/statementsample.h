#pragma once

#include <QStringList>

namespace autodidact {

/// Whether a statement shows the input and, behind a word such as "Output", the output as an example.
bool isSample(const QString &statement, const QString &input, const QString &output);

/// Whether a statement shows a call's arguments as `Input: a = 1, b = 2` and its result as `Output: 3`.
bool isCallSample(const QString &statement, const QStringList &arguments, const QString &output);

} // namespace autodidact
