#pragma once

#include <QString>

namespace autodidact {

/// What the forms of an English word have in common: "sorting", "sorted" and "sorts" give "sort".
/// Suffixes alone are looked at, so that some stems are no words and a few unlike words meet. A
/// term of fewer than four letters, or with anything but the letters a to z in it, is its own stem.
QString stemOf(const QString &term);

} // namespace autodidact
