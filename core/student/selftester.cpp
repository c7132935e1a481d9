#include "core/student/selftester.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/syntax/syntaxtree.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype MostTests = 4;

/// The last number, or else the last truth value, in a statement is what it expects, most often.
std::optional<QString> withWrongExpectation(Language language, const QString &statement)
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(language, statement.toUtf8());
    if (!tree)
        return std::nullopt;
    for (const char *kind : {"integer", "true", "false"}) {
        const auto found = SyntaxTree::all(tree->root(), kind);
        if (found.empty())
            continue;
        const SyntaxNode last = found.back();
        const QByteArray other = QByteArrayView(kind) == "integer" ? QByteArray::number(last.text().toLongLong() + 1)
            : QByteArrayView(kind) == "true"                       ? QByteArray("False")
                                                                   : QByteArray("True");
        QByteArray text = statement.toUtf8();
        return QString::fromUtf8(text.replace(last.start(), last.end() - last.start(), other));
    }
    return std::nullopt;
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
    return Lines{line, withWrongExpectation(task.language, line)};
}

} // namespace

StudentTests writeSelfTests(const Task &task, bool right, const Calibration &calibration, quint64 seed)
{
    const double draw = Random::of({qint64(seed), task.ordinal}, "student.selftests").uniform();
    StudentTests written;
    written.green = right ? draw >= calibration.falseRed : draw < calibration.falseGreen;
    const bool lenient = !right && written.green && task.kind == TaskKind::Function;
    if (lenient) {
        written.lines.append(u"assert callable(%1)"_s.arg(task.entryPoint));
        return written;
    }
    std::optional<QString> wrong;
    for (const TestCase &test : task.visibleTests) {
        const std::optional<Lines> lines = linesOf(task, test);
        if (!lines || written.lines.size() == MostTests - 1)
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
