#include "core/git/cloneparts.h"
#include "core/git/treepath.h"

#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What git_apply was at when it stopped, and what it shall leave out now.
struct Application {
    int file = 0;
    int hunk = 0;
    QString path;
    std::set<std::pair<int, int>> skipped; ///< file and hunk, hunk 0 for the whole file
};

int atFile(const git_diff_delta *delta, void *payload) noexcept
{
    auto *at = static_cast<Application *>(payload);
    ++at->file;
    at->hunk = 0;
    at->path = QString::fromUtf8(delta->new_file.path ? delta->new_file.path : delta->old_file.path);
    return at->skipped.contains({at->file, 0}) ? 1 : 0;
}

int atHunk(const git_diff_hunk *, void *payload) noexcept
{
    auto *at = static_cast<Application *>(payload);
    ++at->hunk;
    return at->skipped.contains({at->file, at->hunk}) ? 1 : 0;
}

/// Paths of a patch that may not be written.
QList<PatchProblem> pathProblems(git_diff *diff)
{
    QList<PatchProblem> problems;
    for (size_t i = 0; i < git_diff_num_deltas(diff); ++i) {
        const git_diff_delta *delta = git_diff_get_delta(diff, i);
        const bool link = delta->new_file.mode == GIT_FILEMODE_LINK || delta->old_file.mode == GIT_FILEMODE_LINK;
        for (const char *name : {delta->old_file.path, delta->new_file.path}) {
            const QString path = QString::fromUtf8(name ? name : "");
            const QString problem = path.isEmpty() ? QString()
                : link                             ? u"symbolic links may not be made or changed"_s
                                                   : pathProblem(path);
            if (!problem.isEmpty() && (problems.isEmpty() || problems.last().path != path))
                problems.append({path, 0, problem});
        }
    }
    return problems;
}

} // namespace

std::expected<TreeId, QList<PatchProblem>> Clone::patched(const TreeId &tree, const QByteArray &patch) const
{
    const auto whole = [](const QString &reason) { return std::unexpected(QList<PatchProblem>{{QString(), 0, reason}}); };
    const auto root = m_parts->tree(tree);
    if (!root)
        return whole(root.error().detail);
    git_diff *read = nullptr;
    if (git_diff_from_buffer(&read, patch.constData(), size_t(patch.size())) != 0)
        return whole(u"this is no patch: "_s + git::lastMessage());
    const git::DiffHandle diff(read);
    if (QList<PatchProblem> problems = pathProblems(read); !problems.isEmpty())
        return std::unexpected(problems);
    QList<PatchProblem> problems;
    Application at;
    for (;;) {
        at = {.skipped = at.skipped};
        git_apply_options options = GIT_APPLY_OPTIONS_INIT;
        options.delta_cb = atFile;
        options.hunk_cb = atHunk;
        options.payload = &at;
        git_index *made = nullptr;
        if (git_apply_to_tree(&made, m_parts->repository.get(), root->get(), read, &options) == 0) {
            const git::IndexHandle index(made);
            git_oid id;
            if (!problems.isEmpty())
                return std::unexpected(problems);
            if (git_index_write_tree_to(&id, made, m_parts->repository.get()) != 0)
                return whole(git::lastMessage());
            return TreeId{hexOf(id)};
        }
        if (!at.skipped.insert({at.file, at.hunk}).second)
            return std::unexpected(problems);
        problems.append({at.path, at.hunk, git::lastMessage()});
    }
}

} // namespace autodidact
