#include "core/student/selftester.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/syntax/syntaxtree.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// How a language writes numbers and truth values, and what its tests look like.
struct TestWords {
    QByteArrayList kinds;        ///< of literals that are exchanged, the likeliest first
    bool expectedFirst;          ///< what a test expects stands in front of the call, not after it
};

TestWords wordsOf(Language language)
{
    switch (language) {
    case Language::Python: return {{"integer", "true", "false"}, false};
    case Language::JavaScript: return {{"number", "true", "false"}, false};
    case Language::Java: return {{"decimal_integer_literal", "true", "false"}, true};
    case Language::Rust: return {{"integer_literal", "boolean_literal"}, false};
    }
    return {};
}

/// Another value than this literal.
QByteArray otherThan(Language language, const SyntaxNode &literal)
{
    const QByteArray text = literal.text().toByteArray();
    if (text.toLower() == "true" || text.toLower() == "false") {
        const bool now = text.toLower() == "true";
        return language == Language::Python ? (now ? "False" : "True") : (now ? "false" : "true");
    }
    bool ok = false;
    const qlonglong number = text.toLongLong(&ok);
    return ok || language == Language::Python ? QByteArray::number(number + 1) : QByteArray();
}

/// True where the literal belongs to what the test expects, as far as its text tells. Python's tests say it last.
bool isExpected(const Task &task, const QByteArray &statement, const SyntaxNode &literal)
{
    if (task.language == Language::Python)
        return true;
    if (wordsOf(task.language).expectedFirst)
        return statement.startsWith("assertEquals") && literal.end() < statement.indexOf(task.entryPoint.toUtf8());
    const QByteArray after = statement.sliced(literal.end());
    const bool equality = statement.startsWith("assert_eq!") || statement.contains("trictEqual");
    return equality && std::ranges::all_of(after, [](char c) { return QByteArrayView(")]},; \n").contains(c); });
}

/// The last number, or else the last truth value, in a statement is what it expects, most often; the first in Java.
std::optional<QString> withWrongExpectation(const Task &task, const QString &statement)
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(task.language, statement.toUtf8());
    if (!tree)
        return std::nullopt;
    const TestWords words = wordsOf(task.language);
    for (const QByteArray &kind : words.kinds) {
        const auto found = SyntaxTree::all(tree->root(), kind);
        if (found.empty())
            continue;
        const SyntaxNode literal = words.expectedFirst ? found.front() : found.back();
        const QByteArray other = otherThan(task.language, literal);
        QByteArray text = statement.toUtf8();
        if (!other.isEmpty() && isExpected(task, text, literal))
            return QString::fromUtf8(text.replace(literal.start(), literal.end() - literal.start(), other));
    }
    return std::nullopt;
}

/// A test that nearly every program passes.
QString lenientTest(const Task &task)
{
    switch (task.language) {
    case Language::Python: return u"assert callable(%1)"_s.arg(task.entryPoint);
    case Language::JavaScript: return u"assert.strictEqual(typeof %1, \"function\");"_s.arg(task.entryPoint);
    case Language::Java: return u"assertEquals(\"Solution\", Solution.class.getSimpleName());"_s;
    case Language::Rust: return u"assert_eq!(std::mem::size_of_val(&%1), 0);"_s.arg(task.entryPoint);
    }
    return {};
}

QString programTest(const QString &input, const QString &output)
{
    return QString::fromUtf8(toJsonLine({{u"input"_s, input}, {u"output"_s, output}})).trimmed();
}

/// The test as a line, and one that contradicts it; nothing where it is longer than a line.
struct Lines {
    QString right;
    std::optional<QString> wrong;
};

std::optional<Lines> linesOf(const Task &task, const TestCase &test)
{
    if (task.kind == TaskKind::Program) {
        const QString output = test.outputs.value(0);
        return Lines{programTest(test.input, output), programTest(test.input, output + u'0')};
    }
    const QString line = test.code.trimmed();
    if (task.kind != TaskKind::Function || line.contains(u'\n') || !line.startsWith("assert"_L1))
        return std::nullopt;
    return Lines{line, withWrongExpectation(task, line)};
}

} // namespace

StudentTests writeSelfTests(const Task &task, bool right, const Calibration &calibration, int most, quint64 seed)
{
    const double draw = Random::of({qint64(seed), task.ordinal}, "student.selftests").uniform();
    StudentTests written;
    written.green = right ? draw >= calibration.falseRed : draw < calibration.falseGreen;
    const bool lenient = !right && written.green && task.kind == TaskKind::Function;
    if (lenient) {
        written.lines.append(lenientTest(task));
        return written;
    }
    std::optional<QString> wrong;
    for (const TestCase &test : task.visibleTests) {
        const std::optional<Lines> lines = linesOf(task, test);
        if (!lines || written.lines.size() == most - 1)
            continue;
        written.lines.append(lines->right);
        if (!wrong)
            wrong = lines->wrong;
    }
    if (!written.green && wrong)
        written.lines.append(*wrong);
    return written;
}

} // namespace autodidact
