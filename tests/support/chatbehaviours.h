#pragma once

#include "tests/support/httptestserver.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace autodidact::test {

/// One event of a stream that carries text; "delta" fields as OpenAI names them.
QByteArray chatEvent(const QString &text, const QString &field = QStringLiteral("content"));

/// Finish reason, then usage (where given), then [DONE].
QByteArray chatEnd(std::optional<int> promptTokens = 11, const QString &reason = QStringLiteral("stop"));

/// The body of a whole answer.
QByteArray wholeChat(const QString &text, std::optional<int> promptTokens = 11);

/// Streams these pieces, each in a chunk of its own, and ends well.
Behaviour streams(const QStringList &pieces, std::optional<int> promptTokens = 11);

/// A status with an OpenAI error object.
Behaviour refuses(int status, const QString &message, const QList<QByteArray> &headers = {}, const QString &code = {});

} // namespace autodidact::test
