#include "core/evaluation/linediff.h"

#include <git2.h>

#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Library {
    Library() { git_libgit2_init(); }
    ~Library() { git_libgit2_shutdown(); }
};

struct Walker {
    std::set<int> lines;
    int lastOld = 0;         ///< old line that the walk last passed
};

int eachHunk(const git_diff_delta *, const git_diff_hunk *hunk, void *payload) noexcept
{
    // With zero lines of old text, the hunk stands after old_start.
    static_cast<Walker *>(payload)->lastOld = hunk->old_lines == 0 ? hunk->old_start : hunk->old_start - 1;
    return 0;
}

int eachLine(const git_diff_delta *, const git_diff_hunk *hunk, const git_diff_line *line, void *payload) noexcept
{
    auto *walker = static_cast<Walker *>(payload);
    if (line->origin == GIT_DIFF_LINE_DELETION || line->origin == GIT_DIFF_LINE_CONTEXT)
        walker->lastOld = line->old_lineno;
    if (line->origin == GIT_DIFF_LINE_DELETION)
        walker->lines.insert(line->old_lineno);
    else if (line->origin == GIT_DIFF_LINE_ADDITION && hunk->old_lines == 0)
        walker->lines.insert(qMax(1, walker->lastOld));
    return 0;
}

int collectLine(const git_diff_delta *, const git_diff_hunk *, const git_diff_line *line, void *payload) noexcept
{
    const auto change = line->origin == GIT_DIFF_LINE_ADDITION ? LineChange::Added
        : line->origin == GIT_DIFF_LINE_DELETION              ? LineChange::Removed
                                                              : LineChange::Kept;
    const bool isLine = change != LineChange::Kept || line->origin == GIT_DIFF_LINE_CONTEXT;
    if (!isLine)
        return 0;    // remarks such as "no newline at end of file"
    QString text = QString::fromUtf8(line->content, qsizetype(line->content_len));
    if (text.endsWith(u'\n'))
        text.chop(1);
    static_cast<QList<DiffLine> *>(payload)->append({change, text});
    return 0;
}

Status compare(const QString &before, const QString &after, quint32 context, git_diff_hunk_cb hunk, git_diff_line_cb line,
               void *payload)
{
    const Library library;
    const QByteArray old = before.toUtf8();
    const QByteArray now = after.toUtf8();
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = context;
    options.flags = GIT_DIFF_FORCE_TEXT;
    const int status = git_diff_buffers(old.constData(), size_t(old.size()), nullptr, now.constData(), size_t(now.size()),
                                        nullptr, &options, nullptr, nullptr, hunk, line, payload);
    if (status == 0)
        return {};
    const git_error *error = git_error_last();
    return fail(ErrorKind::Internal, u"libgit2: %1"_s.arg(QString::fromUtf8(error ? error->message : "no diff")));
}

} // namespace

Result<QList<int>> touchedLines(const QString &before, const QString &after)
{
    Walker walker;
    if (const auto compared = compare(before, after, 0, eachHunk, eachLine, &walker); !compared)
        return std::unexpected(compared.error());
    return QList<int>(walker.lines.begin(), walker.lines.end());
}

Result<QList<DiffLine>> lineDiff(const QString &before, const QString &after)
{
    QList<DiffLine> lines;
    if (before == after) {
        // libgit2 reports nothing at all for equal texts.
        for (const QString &text : before.split(u'\n'))
            lines.append({LineChange::Kept, text});
        if (before.endsWith(u'\n') || before.isEmpty())
            lines.removeLast();
        return lines;
    }
    constexpr quint32 everything = 1'000'000;
    if (const auto compared = compare(before, after, everything, nullptr, collectLine, &lines); !compared)
        return std::unexpected(compared.error());
    return lines;
}

} // namespace autodidact
