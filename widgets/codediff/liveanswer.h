#pragma once

#include "core/events/livenote.h"
#include "widgets/base/cursor.h"

#include <QMap>

namespace autodidact {

/// The answers that are being written right now, by place. GUI thread.
class LiveAnswers
{
public:
    void add(RunId run, const ChunkArrived &chunk);
    void forget(RunId run, const Place &place);

    /// The code written so far at the cursor's attempt; absent when nothing is being written there.
    std::optional<QString> codeAt(const Cursor &cursor) const;

    /// The code in an answer that may not be complete: its last fenced block, or all of it where none was opened.
    static QString codeIn(const QString &answer);

private:
    static constexpr qsizetype most = 64;    ///< places; the oldest goes first

    RunId m_run;
    QMap<Place, QString> m_answers;
};

/// Whether the cursor stands on this place; phases do not matter, since a task has one split.
bool standsAt(const Cursor &cursor, RunId run, const Place &place);

} // namespace autodidact
