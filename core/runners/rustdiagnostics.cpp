#include "core/runners/rustdiagnostics.h"

#include "core/syntax/syntaxtree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Message {
    QString text;
    QString code;
    QString level;
    QString file;
    int line = 0;
    int column = 0;
};

QList<Message> messagesOf(const QString &json)
{
    QList<Message> messages;
    for (const QString &line : json.split(u'\n', Qt::SkipEmptyParts)) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        Message message{
            object[u"message"_s].toString(), object[u"code"_s][u"code"_s].toString(), object[u"level"_s].toString(), {}};
        for (const QJsonValue &span : object[u"spans"_s].toArray()) {
            if (!span[u"is_primary"_s].toBool())
                continue;
            message.file = span[u"file_name"_s].toString();
            message.line = span[u"line_start"_s].toInt();
            message.column = span[u"column_start"_s].toInt();
            break;
        }
        // "aborting due to …" has no place and no code, and says nothing new.
        if (!message.text.isEmpty() && !message.file.isEmpty())
            messages << message;
    }
    return messages;
}

/// Of the first error: names that cannot be imported, or crates that are not there.
bool isImport(const QString &code)
{
    return code == u"E0432" || code == u"E0463" || code == u"E0433";
}

bool parses(const QString &code)
{
    const auto tree = SyntaxTree::parse(Language::Rust, code.toUtf8());
    return !tree || !tree->hasError();
}

} // namespace

void classifyRustDiagnostics(const Execution &execution, const QString &programFile, const QString &json, Verdict &verdict)
{
    const QList<Message> messages = messagesOf(json);
    const Message *first = nullptr;
    for (const Message &message : messages) {
        if (message.file == programFile)
            verdict.diagnostics << Diagnostic{message.line, message.column, message.level, message.text};
        if (message.level == u"error" && (!first || (first->file != programFile && message.file == programFile)))
            first = &message;
    }
    if (!first) {
        verdict.errorClass = ErrorClass::Infrastructure;
        verdict.errorDetail = u"rustc failed without a message about the program: "_s + json.left(300);
        return;
    }
    // A message of the parser has no code; other passes have such messages as well.
    verdict.errorClass = first->code.isEmpty() && !parses(execution.code) ? ErrorClass::Syntax
        : isImport(first->code)                                          ? ErrorClass::Import
                                                                         : ErrorClass::Compile;
    const QString where = first->file == programFile ? u"line %1: "_s.arg(first->line) : u"beside the tests: "_s;
    verdict.errorDetail = where + first->text;
}

} // namespace autodidact
