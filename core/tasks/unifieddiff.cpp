#include "core/tasks/unifieddiff.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr auto NoLineEnd = '\\';

bool beginsPlainDiff(const QStringList &lines, qsizetype at)
{
    return at + 1 < lines.size() && lines.at(at).startsWith("--- "_L1) && lines.at(at + 1).startsWith("+++ "_L1);
}

bool beginsHunk(const QString &line)
{
    return line.startsWith("@@"_L1);
}

bool isGitHeader(const QString &line)
{
    static const QRegularExpression header(
        u"^(?:index |old mode |new mode |new file mode |deleted file mode |similarity index |"
        "dissimilarity index |rename |copy |Binary files |GIT binary patch$)"_s);
    return header.match(line).hasMatch();
}

/// What git has put into quotes, with bytes beyond ASCII in octal digits.
QString unquoted(const QString &text)
{
    static const QRegularExpression octal(u"^[0-3][0-7][0-7]"_s);
    const QByteArray bytes = text.toUtf8();
    QByteArray path;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes.at(i) != '\\' || i + 1 == bytes.size()) {
            path += bytes.at(i);
        } else if (octal.match(QString::fromLatin1(bytes.mid(i + 1, 3))).hasMatch()) {
            path += char(bytes.mid(i + 1, 3).toInt(nullptr, 8));
            i += 3;
        } else {
            path += bytes.at(++i); // a quote or a backslash; what else git writes so is no good path
        }
    }
    return QString::fromUtf8(path);
}

/// The path of a header line: without the time behind a tab, quotes, and /dev/null.
QString pathIn(QString text)
{
    text = text.section(u'\t', 0, 0).trimmed();
    if (text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = unquoted(text.sliced(1).chopped(1));
    return text == "/dev/null"_L1 ? QString() : text;
}

/// Takes "a/" and "b/" away where both sides have them.
void plainPaths(FileDiff &file)
{
    const bool oldMarked = file.oldPath.isEmpty() || file.oldPath.startsWith("a/"_L1);
    const bool newMarked = file.newPath.isEmpty() || file.newPath.startsWith("b/"_L1);
    if (!oldMarked || !newMarked)
        return;
    for (QString *path : {&file.oldPath, &file.newPath})
        path->remove(0, path->isEmpty() ? 0 : 2);
}

/// How many lines a hunk's header promises on each side; negative where it does not say.
struct Counts {
    int before = -1;
    int after = -1;

    bool used() const { return before == 0 && after == 0; }
};

class Reader
{
public:
    Reader(const QStringList &lines, qsizetype at) : m_lines(lines), m_at(at) {}

    qsizetype at() const { return m_at; }

    FileDiff readFile()
    {
        FileDiff file;
        if (m_lines.at(m_at).startsWith("diff --git "_L1))
            readGitHeaders(file);
        if (beginsPlainDiff(m_lines, m_at)) {
            file.oldPath = pathIn(m_lines.at(m_at).sliced(4));
            file.newPath = pathIn(m_lines.at(m_at + 1).sliced(4));
            m_at += 2;
        }
        plainPaths(file);
        while (m_at < m_lines.size() && beginsHunk(m_lines.at(m_at)))
            file.hunks.append(readHunk(int(file.hunks.size()) + 1));
        return file;
    }

private:
    void readGitHeaders(FileDiff &file)
    {
        static const QRegularExpression form(u"^diff --git (\"?a/.+\"?) (\"?b/.+\"?)$"_s);
        const auto match = form.match(m_lines.at(m_at++));
        file.oldPath = pathIn(match.captured(1));
        file.newPath = pathIn(match.captured(2));
        for (; m_at < m_lines.size() && isGitHeader(m_lines.at(m_at)); ++m_at) {
            if (m_lines.at(m_at).startsWith("new file"_L1))
                file.oldPath.clear();
            else if (m_lines.at(m_at).startsWith("deleted file"_L1))
                file.newPath.clear();
            else if (m_lines.at(m_at) == "GIT binary patch"_L1)
                skipBinary();
            file.renamed = file.renamed || m_lines.at(m_at).startsWith("rename "_L1);
            file.link = file.link || m_lines.at(m_at).endsWith(" 120000"_L1);
        }
    }

    /// To the last line of a binary patch, which is for git alone.
    void skipBinary()
    {
        while (m_at + 1 < m_lines.size() && !m_lines.at(m_at + 1).startsWith("diff --git "_L1))
            ++m_at;
    }

    LineEdit readHunk(int number)
    {
        static const QRegularExpression form(u"^@@+ *-(\\d+)(?:,(\\d+))? +\\+(\\d+)(?:,(\\d+))? *@@"_s);
        const auto match = form.match(m_lines.at(m_at++));
        LineEdit hunk{.name = u"hunk %1"_s.arg(number)};
        Counts left;
        if (match.hasMatch()) {
            hunk.stated = match.captured(1).toInt();
            left.before = match.captured(2).isEmpty() ? 1 : match.captured(2).toInt();
            left.after = match.captured(4).isEmpty() ? 1 : match.captured(4).toInt();
        }
        int blanks = 0; // at the end, of lines that lost even the sign in front
        for (; m_at < m_lines.size() && belongs(left); ++m_at)
            blanks = addLine(m_lines.at(m_at), hunk, left) ? 0 : blanks + 1;
        for (; blanks > 0 && !left.used(); --blanks) {
            hunk.before.removeLast();
            hunk.after.removeLast();
        }
        return hunk;
    }

    bool belongs(const Counts &left) const
    {
        const QString &line = m_lines.at(m_at);
        const bool promised = left.before > 0 || left.after > 0;
        if (line.startsWith(QLatin1Char(NoLineEnd)))
            return true;
        if (left.used() && (line.isEmpty() || line == "-- "_L1 || line.startsWith(u' ')))
            return false;
        if (line.startsWith("diff --git "_L1) || beginsHunk(line)
            || (beginsPlainDiff(m_lines, m_at) && (!promised || opensFile())))
            return false;
        return line.isEmpty() || line.startsWith(u' ') || line.startsWith(u'+') || line.startsWith(u'-');
    }

    /// "--- x", "+++ y", "@@ …": rather a new file than lines of a hunk.
    bool opensFile() const { return m_at + 2 < m_lines.size() && beginsHunk(m_lines.at(m_at + 2)); }

    /// False for a line that is wholly empty.
    bool addLine(const QString &line, LineEdit &hunk, Counts &left)
    {
        if (line.startsWith(QLatin1Char(NoLineEnd))) {
            hunk.endsBare = !m_lastRemoved; // behind the old side's last line it says nothing of the new one
            return true;
        }
        const QByteArray text = line.isEmpty() ? QByteArray() : line.sliced(1).toUtf8();
        const bool added = line.startsWith(u'+');
        const bool removed = line.startsWith(u'-');
        if (!added) {
            hunk.before.append(text);
            --left.before;
        }
        if (!removed) {
            hunk.after.append(text);
            --left.after;
        }
        m_lastRemoved = removed;
        return !line.isEmpty();
    }

    const QStringList &m_lines;
    qsizetype m_at;
    bool m_lastRemoved = false;
};

} // namespace

bool beginsDiff(const QStringList &lines, qsizetype at)
{
    return lines.at(at).startsWith("diff --git "_L1) || beginsPlainDiff(lines, at);
}

QList<FileDiff> readDiff(const QStringList &lines, qsizetype &at)
{
    QList<FileDiff> files;
    Reader reader(lines, at);
    while (reader.at() < lines.size() && beginsDiff(lines, reader.at()))
        files.append(reader.readFile());
    at = reader.at();
    return files;
}

} // namespace autodidact
