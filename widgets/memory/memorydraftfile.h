#pragma once

#include "core/base/error.h"
#include "widgets/memory/memorydrafts.h"

namespace autodidact {

/// Keeps unsaved drafts in a file beside the database, one JSON object per line, so that they survive a restart.
/// No state: any thread, but one at a time.
class MemoryDraftFile
{
public:
    static QString pathFor(const QString &databasePath);     ///< "demo.db" gives "demo.db.drafts.jsonl"

    explicit MemoryDraftFile(const QString &databasePath) : m_path(pathFor(databasePath)) {}

    /// Empty without a file; BadInput with the line where it cannot be read.
    Result<MemoryDrafts::Table> read() const;

    /// Replaces the file as a whole; without drafts it goes away. Storage when the folder cannot be written.
    Status write(const MemoryDrafts::Table &drafts) const;

private:
    QString m_path;
};

} // namespace autodidact
