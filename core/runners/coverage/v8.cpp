#include "core/runners/coverage/linecoverage.h"
#include "core/syntax/syntaxtree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype largestReport = 4 << 20;
constexpr qsizetype mostReports = 50;
constexpr qsizetype mostRanges = 20'000;

/// A stretch of the text, in UTF-16 units, and how often it ran.
struct Range {
    qsizetype start = 0;
    qsizetype end = 0;
    bool ran = false;
};

QList<Range> rangesOf(const QJsonObject &script, qsizetype length)
{
    QList<Range> ranges;
    for (const QJsonValue &function : script[u"functions"_s].toArray()) {
        for (const QJsonValue &range : function[u"ranges"_s].toArray()) {
            if (ranges.size() == mostRanges)
                return ranges;
            ranges << Range{std::clamp<qsizetype>(range[u"startOffset"_s].toInteger(), 0, length),
                std::clamp<qsizetype>(range[u"endOffset"_s].toInteger(), 0, length), range[u"count"_s].toDouble() > 0};
        }
    }
    // Inner ones come after those that hold them, and overrule them.
    std::ranges::stable_sort(ranges, [](const Range &a, const Range &b) {
        return a.start != b.start ? a.start < b.start : a.end > b.end;
    });
    return ranges;
}

/// For each unit of the text whether it ran. Ranges either nest or lie apart: a stack of those that are open says which holds.
QList<bool> unitsThatRan(const QList<Range> &ranges, qsizetype length)
{
    QList<bool> ran(length, false);
    QList<Range> open;
    qsizetype next = 0;
    for (qsizetype at = 0; at < length; ++at) {
        for (; next < ranges.size() && ranges[next].start <= at; ++next)
            open << ranges[next];
        while (!open.isEmpty() && open.last().end <= at)
            open.removeLast();
        ran[at] = !open.isEmpty() && open.last().ran;
    }
    return ran;
}

/// The program with blanks in place of its comments.
QString withoutComments(const QString &code)
{
    const auto tree = SyntaxTree::parse(Language::JavaScript, code.toUtf8());
    if (!tree)
        return code;
    QString text;
    qsizetype at = 0; // in bytes
    const auto append = [&](qsizetype end, bool blank) {
        QString piece = QString::fromUtf8(tree->source().sliced(at, end - at));
        for (QChar &unit : piece) {
            if (blank && unit != u'\n')
                unit = u' ';
        }
        text += piece;
        at = end;
    };
    for (const SyntaxNode &comment : SyntaxTree::all(tree->root(), "comment")) {
        append(comment.start(), false);
        append(comment.end(), true);
    }
    append(tree->source().size(), false);
    return text;
}

bool isWord(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isSurrogate() || u"_$'\"`"_s.contains(unit);
}

void addLines(const QString &text, const QList<bool> &ran, LineCounts &counts)
{
    qint64 line = 1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\n')
            ++line;
        else if (isWord(text[at]))
            counts.add(line, ran[at]);
    }
}

} // namespace

LineCoverage readV8(const QList<QByteArray> &reports, const QString &file, const QString &code)
{
    const QString text = withoutComments(code);
    LineCounts counts(code.count(u'\n') + 1);
    for (const QByteArray &report : reports.first(std::min(reports.size(), mostReports))) {
        if (report.size() > largestReport)
            continue;
        for (const QJsonValue &script : QJsonDocument::fromJson(report)[u"result"_s].toArray()) {
            if (!sameFile(QUrl(script[u"url"_s].toString()).path(), file))
                continue;
            addLines(text, unitsThatRan(rangesOf(script.toObject(), text.size()), text.size()), counts);
            break; // a forged report may name it a million times
        }
    }
    return counts.coverage();
}

} // namespace autodidact
