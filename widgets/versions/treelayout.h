#pragma once

#include "core/domain/update.h"
#include "core/storage/rows.h"

namespace autodidact {

/// One version in the drawn tree. Columns grow with the version number, newest right; a child stays in the lane of its
/// parent while that is free, and branches off downwards otherwise.
struct TreeNode {
    int version = 0;             ///< 0: proposed, not yet a version
    UpdateId pending;            ///< of a proposed one
    int column = 0;
    int lane = 0;
    int parent = -1;             ///< position in TreeLayout::nodes; -1 for a root

    bool operator==(const TreeNode &) const = default;
};

/// A refused update, drawn as a small cross beside the version it started from.
struct TreeCross {
    UpdateId update;
    int node = 0;                ///< position in TreeLayout::nodes
    int index = 0;               ///< among the crosses of its node, oldest first

    bool operator==(const TreeCross &) const = default;
};

/// Where everything of a version tree goes, in columns and lanes. Pure.
struct TreeLayout {
    QList<TreeNode> nodes;       ///< by number, proposed ones last
    QList<TreeCross> crosses;
    int columns = 0;
    int lanes = 0;

    int nodeOf(int version) const;   ///< position, or -1

    bool operator==(const TreeLayout &) const = default;
};

/// \p versions by number. A parent that is missing makes a root.
TreeLayout layOutTree(const QList<VersionRow> &versions, const QList<Update> &updates);

} // namespace autodidact
