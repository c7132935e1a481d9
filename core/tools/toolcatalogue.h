#pragma once

#include "core/domain/toolreport.h"
#include "core/runners/workshop.h"
#include "core/tools/subject.h"

#include <QStringList>

namespace autodidact {

/// One kind of finding that a tool has.
struct ToolCheck {
    QString check; ///< "syntax", "format", "lint" or "types"
    QList<ToolFinding> (*read)(const QByteArray &) = nullptr;
};

/// A program that looks at code: how it is called, and how it is read.
struct CheckTool {
    enum class Stream { Output, Errors };

    QString name;      ///< as reports show it: "pyflakes"
    QString installed; ///< the file whose presence says that it is here
    QString package;   ///< Debian's name
    QList<ToolCheck> checks;
    Stream stream = Stream::Output; ///< where its messages stand
    /// What must be made for it first, as attempts see it; null: nothing. Its answer is what the
    /// next two are given.
    QString (*make)(Workshop &workshop, SandboxGear gear) = nullptr;
    QStringList (*command)(const Subject &subject, const QString &made) = nullptr;
    QStringList (*environment)(
        const QString &made) = nullptr; ///< beside what every tool has; null: nothing
    bool readsInput = false;            ///< the code is its standard input, too
    /// Messages with which its lints cannot have been looked for; null: none.
    QList<ToolFinding> (*refusals)(const QByteArray &) = nullptr;
};

/// The tools for a language, the syntax check first. What has none, and why: the form of JavaScript
/// and Java (Debian packages neither prettier nor google-java-format), the types of JavaScript (the
/// language has no declarations to check).
const QList<CheckTool> &checkTools(Language language);

/// Where attempts find the files of resources/tools in their work folder.
inline const QString toolFolder = QStringLiteral("tools");

/// Arguments of mypy but for its cache and the program: they decide whether a cache fits.
QStringList mypyCommand();

} // namespace autodidact
