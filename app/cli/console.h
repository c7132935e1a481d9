#pragma once

#include "core/base/error.h"

#include <QJsonObject>

namespace autodidact {

/// The terminal: results on stdout, everything else on stderr.
class Console
{
public:
    bool json = false;               ///< one JSON document on stdout, nothing else
    bool quiet = false;              ///< no messages, no progress

    /// The command's result: the document with --json, else the text.
    void result(const QString &text, const QJsonObject &document);

    /// A line for people on stderr.
    void message(const QString &text);
    /// The same in red, where stderr is a terminal. Nothing for an empty text.
    void alarm(const QString &text);
    void error(const Error &error);

    /// Whether progress may be drawn over one line of stderr.
    bool drawsProgress() const;
    void raw(const QByteArray &bytes);       ///< to stderr, as it is
};

} // namespace autodidact
