#pragma once

#include <QStringList>

#include <functional>
#include <optional>

namespace autodidact {

/// A line that opens or closes a fenced block.
struct Fence {
    QChar sign;
    qsizetype length = 0;
    qsizetype indent = 0;
    QString info;            ///< what stands behind it; where nothing does, it can close

    /// Whether \p line ends the block that this fence opens.
    bool closedBy(const QString &line) const;

    /// A line of the block without the blanks that stand before the fence.
    QString withoutIndent(const QString &line) const;
};

/// Nothing where the line is no fence (``` or ~~~).
std::optional<Fence> fenceAt(QStringView line);

/// The text inside the Markdown code fences of an answer (``` or ~~~), in order. A fence that is
/// never closed reaches to the end. \p whole decides whether a block is complete: where it is not,
/// the block goes on to the next closing fence, as code may hold fences in its strings.
QStringList fencedBlocks(const QString &text, const std::function<bool(const QString &)> &whole);

} // namespace autodidact
