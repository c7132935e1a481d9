#include "core/tasks/statementexamples.h"

#include "core/tasks/pythonsource.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int MostLines = 12;    ///< of one example

/// The same for two spellings of one expression that differ in blanks, quotes or a comment only.
QByteArray canonical(const QByteArray &expression)
{
    const auto module = SyntaxTree::parse(Language::Python, expression + '\n');
    if (!module)
        return expression;
    QByteArray text;
    SyntaxTree::walk(module->root(), [&text](const SyntaxNode &node) {
        if (node.kind() == "comment")
            return Walk::Over;
        if (node.kind() == "string_start" || node.kind() == "string_end")
            text += '"';
        else if (node.kind() == "string_content" || node.children().empty())
            text += node.text().toByteArray() + ' ';
        return node.kind() == "string_content" ? Walk::Over : Walk::Into;
    });
    return text;
}

/// A call of the entry point with literal arguments, perhaps inside round(), sorted() and the like.
bool isSureCall(const SyntaxNode &node, QByteArrayView entryPoint)
{
    static constexpr auto Wrappers =
        std::to_array<const char *>({"round", "sorted", "list", "tuple", "set", "abs", "len", "str"});
    const auto function = node.child("function");
    const auto arguments = node.child("arguments");
    if (node.kind() != "call" || !function || !arguments || arguments->kind() != "argument_list")
        return false;
    const bool own = function->text() == entryPoint;
    if (!own && std::ranges::none_of(Wrappers, [&](const char *name) { return function->text() == name; }))
        return false;
    bool calls = own;
    for (const SyntaxNode &argument : arguments->namedChildren()) {
        const SyntaxNode value = argument.kind() == "keyword_argument" ? argument.child("value").value_or(argument) : argument;
        if (!own && isSureCall(value, entryPoint))
            calls = true;
        else if (!isLiteral(value))
            return false;
    }
    return calls;
}

/// `("x")` is written by people who mean `("x",)`: such a value is not sure.
bool isSureValue(const SyntaxNode &node)
{
    return node.kind() != "parenthesized_expression" && isLiteral(node);
}

std::optional<QByteArray> sureCall(const QByteArray &text, const QByteArray &entryPoint)
{
    const auto module = SyntaxTree::parse(Language::Python, text.trimmed() + '\n');
    const auto node = module ? expressionOf(*module) : std::nullopt;
    return node && isSureCall(*node, entryPoint) ? std::optional(node->text().toByteArray()) : std::nullopt;
}

/// A full stop or comma behind the value belongs to the sentence, although `3.` is a float too.
std::optional<QByteArray> sureValue(QByteArray text)
{
    text = text.trimmed();
    while (text.endsWith('.') || text.endsWith(',') || text.endsWith(';'))
        text.chop(1);
    if (text == "true" || text == "false")
        text[0] = text == "true" ? 'T' : 'F';
    const auto module = SyntaxTree::parse(Language::Python, text + '\n');
    const auto node = module ? expressionOf(*module) : std::nullopt;
    return node && isSureValue(*node) ? std::optional(node->text().toByteArray()) : std::nullopt;
}

/// A doctest at line \p at; moves \p at behind it.
std::optional<Example> doctestAt(const QList<QByteArray> &lines, qsizetype &at, const QByteArray &entryPoint)
{
    QByteArray source = lines.at(at++).trimmed().sliced(3);
    while (at < lines.size() && lines.at(at).trimmed().startsWith("..."))
        source += '\n' + lines.at(at++).trimmed().sliced(3);
    QByteArray wanted;
    while (at < lines.size() && !lines.at(at).trimmed().isEmpty() && !lines.at(at).trimmed().startsWith(">>>"))
        wanted += lines.at(at++).trimmed() + '\n';
    const auto call = sureCall(source, entryPoint);
    std::optional<QByteArray> value;
    for (QByteArray text = wanted.trimmed(); call && !value && !text.isEmpty();
         text = text.contains('\n') ? text.first(text.lastIndexOf('\n')) : QByteArray())
        value = sureValue(text);
    return call && value ? std::optional(Example{*call, *value}) : std::nullopt;
}

/// `CALL sign VALUE` in the text of a line, without what may stand in front of it.
std::optional<Example> writtenExample(const QByteArray &text, const QByteArray &entryPoint)
{
    static const QRegularExpression sign(
        u"^\\s*#?\\s*(?:==>|=>|->|➞|→|⇒|===|==|=|(?:should\\s+)?(?:returns?|gives?|be|equals?|is)(?=\\s))\\s*(.+)$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    for (qsizetype close = text.indexOf(')'); close >= 0; close = text.indexOf(')', close + 1)) {
        const auto call = sureCall(text.first(close + 1), entryPoint);
        if (!call)
            continue;
        const auto match = sign.match(QString::fromUtf8(text.sliced(close + 1)));
        const auto value = match.hasMatch() ? sureValue(match.captured(1).toUtf8()) : std::nullopt;
        return value ? std::optional(Example{*call, *value}) : std::nullopt;
    }
    return std::nullopt;
}

/// What may stand before an example: a bullet, a number, "for", "assert", "e.g.", a prompt.
QByteArray withoutLead(const QByteArray &line)
{
    static const QRegularExpression lead(
        u"^\\s*(?:[*\\-•>]+\\s+|\\d+[.)]\\s+|for\\s+|assert\\s+|e\\.g\\.:?\\s+|example:?\\s+)*"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(line);
    return text.sliced(lead.match(text).capturedLength()).toUtf8();
}

std::optional<Example> writtenExampleAt(const QList<QByteArray> &lines, qsizetype &at, const QByteArray &entryPoint)
{
    QByteArray text = withoutLead(lines.at(at));
    const bool begins = text.startsWith(entryPoint + '(') || text.startsWith(entryPoint + " (");
    ++at;
    if (!begins)
        return std::nullopt;
    for (qsizetype next = at;; ++next) {
        if (const auto example = writtenExample(text, entryPoint)) {
            at = next;
            return example;
        }
        // The example may go on: a bracket is still open.
        const bool open =
            text.count('(') + text.count('[') + text.count('{') > text.count(')') + text.count(']') + text.count('}');
        if (!open || next >= lines.size() || next - at > MostLines || lines.at(next).trimmed().isEmpty())
            return std::nullopt;
        text += '\n' + lines.at(next).trimmed();
    }
}

/// The arguments and the value of `assert candidate(ARGUMENTS) == LITERAL`, with the entry point's name.
std::optional<Example> assertedBy(const TestCase &test, const QByteArray &entryPoint)
{
    const auto module = SyntaxTree::parse(Language::Python, test.code.toUtf8());
    const auto asserts = module ? SyntaxTree::all(module->root(), "assert_statement") : std::vector<SyntaxNode>();
    if (asserts.size() != 1 || asserts.front().namedChildren().empty())
        return std::nullopt;
    const SyntaxNode comparison = asserts.front().namedChildren().front();
    const auto sides = comparison.namedChildren();
    if (comparison.kind() != "comparison_operator" || sides.size() != 2 || sides.front().kind() != "call")
        return std::nullopt;
    const auto arguments = sides.front().child("arguments");
    if (!arguments || !comparison.text().contains("==") || !isLiteral(sides.back()))
        return std::nullopt;
    return Example{entryPoint + arguments->text().toByteArray(), sides.back().text().toByteArray()};
}

} // namespace

QList<Example> examplesOf(const QByteArray &docstring, const QByteArray &entryPoint)
{
    QList<Example> found;
    const QList<QByteArray> lines = docstring.split('\n');
    for (qsizetype at = 0; at < lines.size();) {
        const bool doctest = lines.at(at).trimmed().startsWith(">>>");
        const auto example = doctest ? doctestAt(lines, at, entryPoint) : writtenExampleAt(lines, at, entryPoint);
        if (example)
            found.append(*example);
    }
    QList<Example> kept;
    for (const Example &example : found) {
        const QByteArray call = canonical(example.call);
        const bool disputed = std::ranges::any_of(found, [&](const Example &other) {
            return canonical(other.call) == call && canonical(other.expected) != canonical(example.expected);
        });
        const bool again = std::ranges::any_of(kept, [&](const Example &other) { return canonical(other.call) == call; });
        if (!disputed && !again)
            kept.append(example);
    }
    return kept;
}

QList<Example> withoutContradicted(const QList<Example> &examples, const QList<TestCase> &tests, const QByteArray &entryPoint)
{
    QList<Example> asserted;
    for (const TestCase &test : tests) {
        if (const auto example = assertedBy(test, entryPoint))
            asserted.append({canonical(example->call), canonical(example->expected)});
    }
    QList<Example> kept;
    for (const Example &example : examples) {
        const bool denied = std::ranges::any_of(asserted, [&](const Example &test) {
            return test.call == canonical(example.call) && test.expected != canonical(example.expected);
        });
        if (!denied)
            kept.append(example);
    }
    return kept;
}

QList<TestCase> testsOf(const QList<Example> &examples)
{
    constexpr qsizetype LongestName = 60;
    QList<TestCase> tests;
    for (const Example &example : examples) {
        QString name = QString::fromUtf8(example.call).simplified();
        if (name.size() > LongestName)
            name = name.first(LongestName - 1) + u'…';
        tests.append({name, QString::fromUtf8("assert (" + example.call + ") == (" + example.expected + ")")});
    }
    return tests;
}

} // namespace autodidact
