#include "core/student/selftester.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/syntax/syntaxtree.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype MostTests = 4;
constexpr double WrongChance = 1.0 / 7;

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

std::optional<QString> functionTest(const Task &task, const TestCase &test, bool wrong)
{
    const QString line = test.code.trimmed();
    if (line.contains(u'\n') || !line.startsWith("assert"_L1))
        return std::nullopt;
    return wrong ? withWrongExpectation(task.language, line) : line;
}

QString programTest(const TestCase &test, bool wrong)
{
    const QString output = test.outputs.value(0);
    return QString::fromUtf8(toJsonLine({{u"input"_s, test.input}, {u"output"_s, wrong ? output + u"0"_s : output}})).trimmed();
}

} // namespace

StudentTests writeSelfTests(const Task &task, quint64 seed)
{
    StudentTests written;
    Random random = Random::of({qint64(seed), task.ordinal}, "student.selftests");
    for (const TestCase &test : task.visibleTests) {
        const bool wrong = random.chance(WrongChance);
        const std::optional<QString> line = task.kind == TaskKind::Program ? programTest(test, wrong)
            : task.kind == TaskKind::Function                              ? functionTest(task, test, wrong)
                                                                           : std::nullopt;
        if (!line || written.lines.size() == MostTests)
            continue;
        written.lines.append(*line);
        written.wrong += wrong ? 1 : 0;
    }
    return written;
}

} // namespace autodidact
