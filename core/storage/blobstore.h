#pragma once

#include "core/storage/database.h"

#include <optional>

namespace autodidact {

/// Long texts, each stored once, compressed, under the SHA-256 of its UTF-8 bytes.
class BlobStore
{
public:
    explicit BlobStore(Database &database) : m_database(database) {}

    /// Stores \p text where it is not there yet; returns its hash as 64 hex digits.
    Result<QString> put(const QString &text);

    /// Empty when no text with this hash is stored.
    Result<std::optional<QString>> text(const QString &hash);

    /// Removes texts that no row refers to any more; reads the whole database, returns how many went.
    Result<qint64> removeOrphans();

private:
    Database &m_database;
};

} // namespace autodidact
