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

} // namespace

Result<QList<int>> touchedLines(const QString &before, const QString &after)
{
    const Library library;
    const QByteArray old = before.toUtf8();
    const QByteArray now = after.toUtf8();
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT;
    Walker walker;
    const int status = git_diff_buffers(old.constData(), size_t(old.size()), nullptr, now.constData(), size_t(now.size()),
                                        nullptr, &options, nullptr, nullptr, eachHunk, eachLine, &walker);
    if (status != 0) {
        const git_error *error = git_error_last();
        return fail(ErrorKind::Internal, u"libgit2: %1"_s.arg(QString::fromUtf8(error ? error->message : "no diff")));
    }
    return QList<int>(walker.lines.begin(), walker.lines.end());
}

} // namespace autodidact
