#include "core/tasks/program.h"

#include "core/tasks/answerchanges.h"
#include "core/tasks/bracedprogram.h"
#include "core/tasks/codeextractor.h"
#include "core/tasks/pythonsource.h"
#include "core/tasks/repositoryclones.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString Indent = u"    "_s;

QString endedByNewline(QString text)
{
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    return text;
}

/// Program text up to the body of the target: the prefix, or the starter cut where its body begins.
QString headOf(const Task &task)
{
    if (!task.prefix.isEmpty())
        return endedByNewline(task.prefix);
    const auto starter = SyntaxTree::parse(task.language, task.starter.toUtf8());
    const auto target = starter ? topLevelFunction(*starter, task.entryPoint.toUtf8()) : std::nullopt;
    const auto body = target ? target->child("body") : std::nullopt;
    if (!body)
        return {};
    for (const SyntaxNode &statement : body->namedChildren()) {
        const bool docstring = statement.kind() == "expression_statement" && !SyntaxTree::all(statement, "string").empty();
        if (docstring || statement.kind() == "comment")
            continue;
        const QByteArray before = starter->source().first(statement.start());
        return QString::fromUtf8(before.first(before.lastIndexOf('\n') + 1));
    }
    return endedByNewline(task.starter);
}

/// Imports and helper functions that stand before the target in the prefix; all of it where it has no target.
QString preambleOf(const Task &task)
{
    const auto alone = SyntaxTree::parse(task.language, task.prefix.toUtf8());
    if (alone && !alone->hasError() && !bindsAtTopLevel(*alone, task.entryPoint.toUtf8()))
        return endedByNewline(task.prefix);
    const auto prefix = SyntaxTree::parse(task.language, (endedByNewline(task.prefix) + Indent + u"pass\n"_s).toUtf8());
    const auto target = prefix ? topLevelFunction(*prefix, task.entryPoint.toUtf8()) : std::nullopt;
    if (!target)
        return {};
    const QString before = QString::fromUtf8(prefix->source().first(definitionStart(*target))).trimmed();
    return before.isEmpty() ? QString() : before + u"\n\n\n"_s;
}

/// `from __future__` must come first in a file: its lines move up, blank ones keep the numbers.
QString withPreamble(const QString &preamble, QString code)
{
    static const QRegularExpression future(u"^from __future__ import [^\\n(]+$"_s, QRegularExpression::MultilineOption);
    QString first;
    for (auto match = future.match(code); match.hasMatch(); match = future.match(code)) {
        first += match.captured() + u'\n';
        code.replace(match.capturedStart(), match.capturedLength(), QString());
    }
    return first + preamble + code;
}

QString indented(const QString &text, bool firstLineOnly)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < (firstLineOnly ? 1 : lines.size()); ++i) {
        if (!lines.at(i).trimmed().isEmpty())
            lines[i].prepend(Indent);
    }
    return lines.join(u'\n');
}

/// True when the text ends inside the target function, so all of it is its body.
bool isWholeBody(const Task &task, const QString &program)
{
    const auto tree = SyntaxTree::parse(task.language, program.toUtf8());
    const auto target = tree && !tree->hasError() ? topLevelFunction(*tree, task.entryPoint.toUtf8()) : std::nullopt;
    if (!target)
        return false;
    const QByteArray behind = tree->source().sliced(target->end()).trimmed();
    return behind.isEmpty() || behind.startsWith('#');
}

QString withoutBlankStart(const QString &text)
{
    qsizetype start = 0;
    for (qsizetype end = text.indexOf(u'\n'); end >= 0 && text.sliced(start, end - start).trimmed().isEmpty();
         end = text.indexOf(u'\n', start))
        start = end + 1;
    return text.sliced(start);
}

std::optional<QString> asBody(const Task &task, const QString &head, const QString &code)
{
    const QString body = endedByNewline(withoutBlankStart(code));
    if (head.isEmpty() || body.trimmed().isEmpty())
        return std::nullopt;
    if (body.at(0).isSpace())
        return body;
    for (const QString &form : {indented(body, true), indented(body, false)}) {
        if (isWholeBody(task, head + form))
            return form;
    }
    return std::nullopt;
}

QString cutAtStop(const QString &text, const QStringList &stopTokens)
{
    qsizetype end = text.size();
    for (const QString &token : stopTokens) {
        const qsizetype at = token.isEmpty() ? -1 : text.indexOf(token);
        end = at < 0 ? end : std::min(end, at);
    }
    return text.first(end);
}

/// The change as a diff; where it cannot be made, the answer, of which the runner tells why.
QString changeIn(const Repository &repository, const QString &answer)
{
    const Result<OpenedBase> opened = openBase(repository);
    if (!opened)
        return answer;
    const Result<AnswerChanges> changes = answerChanges(opened->clone, opened->tree, answer);
    return changes && !changes->refused() ? changes->diff : answer;
}

Program behind(const QString &head, const QString &code)
{
    return {head + code, int(head.count(u'\n'))};
}

} // namespace

Program assembleProgram(const Task &task, const QString &text, AnswerKind kind)
{
    if (kind == AnswerKind::Completion && task.kind != TaskKind::Repository)
        return behind(task.prefix, cutAtStop(text, task.stopTokens) + task.suffix);
    if (text.trimmed().isEmpty())
        return {};
    if (task.kind == TaskKind::Repository)
        return {changeIn(task.repository, text), 0};
    const QString code = extractCode(text, task.language, task.entryPoint);
    if (task.kind == TaskKind::Files || (task.kind == TaskKind::Program && task.language != Language::Python))
        return {code, 0};
    if (task.language != Language::Python)
        return bracedProgram(task, code);
    if (!definesEntryPoint(code, task.language, task.entryPoint)) {
        const QString head = headOf(task);
        if (const auto body = asBody(task, head, code))
            return behind(head, *body);
        return {code, 0};
    }
    const QString preamble = preambleOf(task);
    if (preamble.isEmpty() || code.contains(preamble.trimmed()))
        return {code, 0};
    const QString whole = withPreamble(preamble, code);
    return {whole, int(whole.count(u'\n') - code.count(u'\n'))};
}

} // namespace autodidact
