#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace autodidact {

/// Lines that stand in a text, and what takes their place.
struct LineEdit {
    QList<QByteArray> before;    ///< without line ends; empty: nothing is taken away
    QList<QByteArray> after;
    int stated = -1; ///< the line at which `before` shall begin, from 1, or behind which `after` comes; -1: nobody said
    QString name;                ///< "hunk 2", for messages
    bool endsBare = false;       ///< the text ends behind `after` without a line end
};

/// Why an edit does not fit.
struct EditProblem {
    QString name;
    QString reason;
};

/// The text with all edits made. Lines are looked for where they are stated, and else must stand there exactly once; blanks at
/// the end of a line do not count where nothing fits otherwise. Texts with CRLF keep it. All edits, or the problems of
/// those that do not fit.
std::expected<QByteArray, QList<EditProblem>> edited(const QByteArray &text, const QList<LineEdit> &edits);

} // namespace autodidact
