#pragma once

#include "core/domain/toolreport.h"

#include <QByteArray>

namespace autodidact {

// What the tools write, as findings in the order of the text. Bytes that are no message of the tool
// give nothing; a text that was cut off gives what is whole. Lines that a tool has no place for are
// 0.

/// resources/tools/syntax.py: one object of JSON.
QList<ToolFinding> readPythonSyntax(const QByteArray &output);
/// "program.py:5:5: message"; an undecodable or broken program goes to standard error, and gives
/// nothing here.
QList<ToolFinding> readPyflakes(const QByteArray &output);
/// "program.py:4:1: E302 message"
QList<ToolFinding> readPycodestyle(const QByteArray &output);
/// An object of JSON a line (-O json); notes are left out.
QList<ToolFinding> readMypy(const QByteArray &output);

/// The first lines of standard error of `node --check`: place, line of the program, carets; then
/// "SyntaxError: message".
QList<ToolFinding> readNodeCheck(const QByteArray &errors);
/// resources/tools/findings.js: an object of JSON a line. Fatal ones (it could not parse) are
/// apart.
QList<ToolFinding> readEslint(const QByteArray &output);
QList<ToolFinding> readEslintFatal(const QByteArray &output);

/// javac's own text on standard error; lines of the program in it are never taken for messages.
QList<ToolFinding> readJavacErrors(const QByteArray &errors);
QList<ToolFinding> readJavacWarnings(const QByteArray &errors);

/// --error-format=json: every error.
QList<ToolFinding> readRustErrors(const QByteArray &errors);
/// Errors that keep lints from being looked for: those of the compiler itself.
QList<ToolFinding> readRustRefusals(const QByteArray &errors);
/// Warnings, and errors that are lints.
QList<ToolFinding> readRustLints(const QByteArray &errors);
/// `rustfmt --check`: each place that it would write otherwise.
QList<ToolFinding> readRustfmt(const QByteArray &output);

} // namespace autodidact
