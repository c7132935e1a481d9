#pragma once

#include <QList>
#include <QString>

namespace autodidact {

/// One thing that a tool says about a program.
struct ToolFinding {
    int line = 0;                ///< of the attempt's code, from 1; 0 when it has none
    int column = 0;              ///< from 1; 0 when it has none
    QString code;                ///< the tool's own name for it: "F841", "no-unused-vars"; may be empty
    QString message;

    bool operator==(const ToolFinding &) const = default;
};

/// What one tool of the chain (syntax check, formatter, linter, type checker) said about an attempt before its tests.
struct ToolReport {
    QString check;               ///< "syntax", "format", "lint" or "types"
    QString tool;                ///< the program that did it: "pyflakes"; empty where none is installed
    QList<ToolFinding> findings;

    bool ran() const { return !tool.isEmpty(); }
    bool operator==(const ToolReport &) const = default;
};

/// `ToolFinding::code` where it tells of the tool: it crashed on the code, or took too long.
inline const QString upsetCode = QStringLiteral("upset");

/// Whether the report tells of the tool instead of the code.
inline bool isUpset(const ToolReport &report)
{
    return report.findings.size() == 1 && report.findings.first().code == upsetCode;
}

} // namespace autodidact
