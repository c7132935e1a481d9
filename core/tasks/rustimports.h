#pragma once

#include <QString>
#include <QStringList>

namespace autodidact {

/// A published Rust text without the imports that nobody uses.
struct RustImports {
    QString head;            ///< the text, its other lines untouched
    QStringList crates;      ///< crates outside the standard library that are used, and so stay imported
};

/// Drops from \p head (which may leave a function open) the `use` lines of crates that are not the
/// standard library and that \p user names nowhere, and the trait AsciiExt, which std has no use for
/// any more.
RustImports trimmedImports(const QString &head, const QString &user);

} // namespace autodidact
