#pragma once

#include <QStringList>

#include <functional>

namespace autodidact {

/// The text inside the Markdown code fences of an answer (``` or ~~~), in order. A fence that is
/// never closed reaches to the end. \p whole decides whether a block is complete: where it is not,
/// the block goes on to the next closing fence, as code may hold fences in its strings.
QStringList fencedBlocks(const QString &text, const std::function<bool(const QString &)> &whole);

} // namespace autodidact
