#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace autodidact {

/// A JSON value as a Python literal, its numbers digit by digit. Keys of an object that all are whole
/// numbers become numbers, as JSON has no others. Nothing when \p json is no valid JSON value.
std::optional<QByteArray> pythonLiteral(QByteArrayView json);

/// A text as a Python string literal in double quotes.
QByteArray pythonText(const QString &text);

/// The texts of a list of strings that is written in JSON or in Python; nothing when it is neither.
std::optional<QStringList> textsOfLiteral(const QString &literal);

} // namespace autodidact
