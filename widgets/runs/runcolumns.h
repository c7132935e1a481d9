#pragma once

class QTreeView;

namespace autodidact {

/// Widths of the columns of the tree of runs: as the header and the widest words of the language need them, which
/// are known before any row is. To be called again when the language or the font changes.
void measureRunColumns(QTreeView &tree);

/// Leaves out what a narrow tree has no room for: the names are worth more.
void hideRunColumns(QTreeView &tree);

} // namespace autodidact
