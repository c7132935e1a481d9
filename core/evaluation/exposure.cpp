#include "core/evaluation/exposure.h"

#include "core/syntax/syntaxngrams.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// How far behind an input its answer may stand: room for ")", "->", "==", "returns", quotes.
constexpr qsizetype answerWithin = 24;

/// Inputs shorter than this ("1", "[]") stand in any text by chance, so the whole call must be found.
constexpr qsizetype tellingInput = 8;

/// Outputs from this length on tell of a task wherever they stand.
constexpr qsizetype tellingOutput = 32;

QString compact(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (QChar c : text) {
        if (!c.isSpace())
            out += c == u'\'' ? QChar(u'"') : c;
    }
    return out;
}

/// Index just behind the bracket that closes the one at \p open, or -1. Brackets in strings do not count.
qsizetype closing(QStringView text, qsizetype open)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = open; i < text.size(); ++i) {
        if (text[i] == u'"')
            inString = !inString;
        if (inString)
            continue;
        if (text[i] == u'(' || text[i] == u'[' || text[i] == u'{')
            ++depth;
        else if ((text[i] == u')' || text[i] == u']' || text[i] == u'}') && --depth == 0)
            return i + 1;
    }
    return -1;
}

struct InputAnswer {
    QString call;        ///< "f(1,2)"
    QString input;       ///< "1,2"
    QString answer;
};

/// Reads "assert f(ARGS) == ANSWER" from a compacted test; absent for tests of another shape.
std::optional<InputAnswer> inputAnswer(const QString &test, const QString &entryPoint)
{
    const qsizetype call = entryPoint.isEmpty() ? -1 : test.indexOf(entryPoint + u'(');
    if (call < 0)
        return std::nullopt;
    const qsizetype open = call + entryPoint.size();
    const qsizetype end = closing(test, open);
    if (end < 0 || !QStringView(test).sliced(end).startsWith(u"=="))
        return std::nullopt;
    QString answer = test.sliced(end + 2);
    if (const qsizetype message = answer.indexOf(u",\""); message > 0 && closing(answer, 0) <= message)
        answer.truncate(message);
    if (answer.isEmpty())
        return std::nullopt;
    return InputAnswer{test.sliced(call, end - call), test.sliced(open + 1, end - open - 2), answer};
}

bool followedBy(const QString &text, const QString &input, const QString &answer)
{
    for (qsizetype at = text.indexOf(input); at >= 0; at = text.indexOf(input, at + 1)) {
        const qsizetype found = text.indexOf(answer, at + input.size());
        if (found >= 0 && found - (at + input.size()) <= answerWithin)
            return true;
    }
    return false;
}

/// Of a Program task: what it reads, and one of the texts that it may write for it, close behind.
bool holdsOutput(const QString &carried, const TestCase &test, const QString &known)
{
    const QString input = compact(test.input);
    for (const QString &accepted : test.outputs) {
        const QString output = compact(accepted);
        if (output.isEmpty() || (known.contains(input) && known.contains(output)))
            continue;
        if (input.size() >= tellingInput && followedBy(carried, input, output))
            return true;
        if (output.size() >= tellingOutput && carried.contains(output))
            return true;
    }
    return false;
}

/// What the agent sees anyway of the inputs and outputs of a Program task.
QString visibleExchange(const Task &task)
{
    QString text = task.statement;
    for (const TestCase &test : task.visibleTests)
        text += test.input + test.outputs.join(u'\n');
    return compact(text);
}

/// Lines shorter than this stand in any program.
constexpr qsizetype tellingLine = 8;

/// The share of the lines that a patch adds which stand in \p carried.
double patchCoverage(QStringView carried, const QString &patch)
{
    const QString text = compact(carried);
    int added = 0;
    int seen = 0;
    for (const QString &line : patch.split(u'\n')) {
        const QString code = line.startsWith(u'+') && !line.startsWith(u"+++") ? compact(QStringView(line).sliced(1)) : QString();
        if (code.size() < tellingLine)
            continue;
        ++added;
        seen += text.contains(code) ? 1 : 0;
    }
    return added > 0 ? double(seen) / added : 0;
}

} // namespace

bool holdsHiddenAnswer(QStringView text, const Task &task)
{
    const QString carried = compact(text);
    QStringList visible;
    for (const TestCase &test : task.visibleTests)
        visible.append(compact(test.code));
    const QString known = task.kind == TaskKind::Program ? visibleExchange(task) : QString();
    for (const TestCase &test : task.hiddenTests) {
        if (task.kind == TaskKind::Program && holdsOutput(carried, test, known))
            return true;
        for (const QString &line : test.code.split(u'\n', Qt::SkipEmptyParts)) {
            const QString code = compact(line);
            const auto pair = inputAnswer(code, task.entryPoint);
            if (!pair || visible.contains(code))
                continue;
            if (followedBy(carried, pair->call, pair->answer))
                return true;
            if (pair->input.size() >= tellingInput && followedBy(carried, pair->input, pair->answer))
                return true;
        }
    }
    return false;
}

Exposure exposure(const QStringList &carriedTexts, const Task &task)
{
    Exposure result;
    if (carriedTexts.isEmpty())
        return result;
    const QString carried = carriedTexts.join(u"\n\n"_s);
    for (const QString &reference : task.references)
        result.coverage = std::max(result.coverage, coverage(task.language, carried, reference));
    if (task.kind == TaskKind::Repository)
        result.coverage = std::max(result.coverage, patchCoverage(carried, task.repository.goldPatch));
    result.answerSeen = holdsHiddenAnswer(carried, task);
    result.exposed = result.coverage >= exposedFrom || result.answerSeen;
    return result;
}

} // namespace autodidact
