#pragma once

#include "core/domain/task.h"

#include <QByteArray>

namespace autodidact {

/// A program as the tools are shown it.
struct Subject {
    Language language = Language::Python;
    TaskKind kind = TaskKind::Function;
    QString file; ///< its name in the work folder; of Java that of the public type
    QByteArray
        code; ///< without comments that would silence a tool; every line and column is where it was
    bool module = false; ///< JavaScript with import or export
    bool parses = true;  ///< as far as our own parser knows

    bool operator==(const Subject &) const = default;
};

/// \p code of an attempt at \p task. In Python, comments such as "# type: ignore", "# noqa" and "#
/// mypy: ..." lose their meaning; ESLint is told to ignore those of JavaScript. Attributes of Rust
/// and annotations of Java are the language's own way to allow something, and stay.
Subject subjectOf(const Task &task, const QString &code);

} // namespace autodidact
