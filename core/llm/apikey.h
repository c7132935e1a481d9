#pragma once

#include "core/base/error.h"

namespace autodidact {

/// A secret for one server, kept in memory only: nothing prints it, and scrub() takes it out of texts.
class ApiKey
{
public:
    ApiKey() = default;

    /// Missing when the variable is not set; BadInput when what it holds cannot be a key.
    static Result<ApiKey> fromEnvironment(const QString &variable);

    /// A key typed for this session; empty means no key.
    static Result<ApiKey> fromSession(const QString &key);

    bool isEmpty() const { return m_key.isEmpty(); }
    QByteArray authorization() const;        ///< the header line; empty without a key
    QString scrub(QString text) const;       ///< "[key]" in its place

private:
    QByteArray m_key;
};

} // namespace autodidact
