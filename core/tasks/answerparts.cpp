#include "core/tasks/answerparts.h"

#include "core/tasks/codeextractor.h"
#include "core/tasks/fencedblocks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isMark(const QString &line, QChar sign, QLatin1StringView word)
{
    const QString text = line.trimmed();
    qsizetype count = 0;
    while (count < text.size() && text.at(count) == sign)
        ++count;
    const QStringView rest = QStringView(text).sliced(count).trimmed();
    return count >= 5 && count <= 9 && rest == word;
}

bool opensReplacement(const QString &line)
{
    return isMark(line, u'<', "SEARCH"_L1);
}

/// "src/a.py" out of "### `src/a.py`:" or "File: src/a.py"; empty where the line holds anything else.
QString lonePathIn(const QString &line)
{
    static const QRegularExpression form(
        u"^[\\s#*>-]*(?:\\d+\\.\\s+)?(?:(?:new |changed )?file(?:name)?\\s*:\\s*|path\\s*:\\s*)?[*`\"']*"
        "([\\w.@+~-]+(?:/[\\w.@+~\\[\\]-]+)*)[*`\"']*\\s*:?[*]*\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString path = form.match(line).captured(1);
    return path.contains(u'/') || path.lastIndexOf(u'.') > 0 || path == "Makefile"_L1 || path == "Dockerfile"_L1 ? path
                                                                                                                 : QString();
}

/// The path of an info string: "python src/a.py", "python:src/a.py", "src/a.py", "python title=src/a.py".
QString pathInInfo(const QString &info)
{
    const QStringList words = info.split(QRegularExpression(u"[\\s{},]+"_s), Qt::SkipEmptyParts);
    for (QString word : words) {
        word = word.section(u'=', -1).section(u':', -1).remove(u'"').remove(u'\'');
        if (!word.startsWith(u'.') || word.contains(u'/')) {
            if (const QString path = lonePathIn(word); !path.isEmpty())
                return path;
        }
    }
    return {};
}

class Finder
{
public:
    explicit Finder(const QString &text) : m_lines(text.split(u'\n')) {}

    QList<AnswerPart> parts()
    {
        while (m_at < m_lines.size()) {
            if (const auto fence = fenceAt(m_lines.at(m_at)))
                readFence(*fence);
            else if (opensReplacement(m_lines.at(m_at)))
                readReplacement(m_lines, m_at, pathAbove(m_at));
            else if (beginsDiff(m_lines, m_at))
                readPatch(m_lines, m_at);
            else
                ++m_at;
        }
        return m_parts;
    }

private:
    /// The path on the nearest line above that is not blank.
    QString pathAbove(qsizetype at) const
    {
        for (qsizetype line = at - 1; line >= 0 && line >= at - 3; --line) {
            if (!m_lines.at(line).trimmed().isEmpty())
                return lonePathIn(m_lines.at(line));
        }
        return {};
    }

    void readFence(const Fence &fence)
    {
        const qsizetype end = endOf(fence);
        QStringList block = m_lines.sliced(m_at + 1, end - m_at - 1);
        for (QString &line : block)
            line = fence.withoutIndent(line);
        QString path = pathInInfo(fence.info);
        if (path.isEmpty())
            path = pathAbove(m_at);
        const qsizetype first =
            std::ranges::find_if(block, [](const QString &line) { return !line.trimmed().isEmpty(); }) - block.begin();
        if (std::ranges::any_of(block, opensReplacement))
            readReplacements(block, path);
        else if (first < block.size() && beginsDiff(block, first))
            readPatches(block, first);
        else if (!path.isEmpty())
            m_parts.append(WholeFile{path, block.isEmpty() ? QString() : block.join(u'\n') + u'\n'});
        m_at = end + 1;
    }

    qsizetype endOf(const Fence &fence) const
    {
        qsizetype end = m_at + 1;
        while (end < m_lines.size() && !fence.closedBy(m_lines.at(end)))
            ++end;
        return end;
    }

    void readReplacements(const QStringList &block, QString path)
    {
        for (qsizetype at = 0; at < block.size();) {
            if (opensReplacement(block.at(at))) {
                readReplacement(block, at, path);
                continue;
            }
            if (const QString named = lonePathIn(block.at(at)); !named.isEmpty())
                path = named;
            ++at;
        }
    }

    /// From the opening mark at \p at; moves it behind the closing one.
    void readReplacement(const QStringList &lines, qsizetype &at, const QString &path)
    {
        Replacement block{.path = path.isEmpty() ? m_lastPath : path};
        m_lastPath = block.path;
        block.edit.name = u"search/replace block %1"_s.arg(++m_replacements);
        for (++at; at < lines.size() && !isMark(lines.at(at), u'=', {}); ++at)
            block.edit.before.append(lines.at(at).toUtf8());
        for (++at; at < lines.size() && !isMark(lines.at(at), u'>', "REPLACE"_L1); ++at)
            block.edit.after.append(lines.at(at).toUtf8());
        if (at >= lines.size())
            block.edit.name += u" (which has no end)"_s;
        ++at;
        m_parts.append(block);
    }

    void readPatches(const QStringList &block, qsizetype at)
    {
        while (at < block.size()) {
            if (beginsDiff(block, at))
                readPatch(block, at);
            else
                ++at;
        }
    }

    void readPatch(const QStringList &lines, qsizetype &at)
    {
        const qsizetype from = at;
        Patch patch;
        patch.files = readDiff(lines, at);
        patch.text = lines.sliced(from, at - from).join(u'\n') + u'\n';
        m_parts.append(patch);
    }

    const QStringList m_lines;
    qsizetype m_at = 0;
    int m_replacements = 0;
    QString m_lastPath;
    QList<AnswerPart> m_parts;
};

} // namespace

QList<AnswerPart> answerParts(const QString &answer)
{
    QString text = answer;
    text.replace("\r\n"_L1, "\n"_L1);
    return Finder(withoutThoughts(text)).parts();
}

} // namespace autodidact
