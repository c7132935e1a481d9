#include "core/tasks/answerchanges.h"

#include "core/git/treepath.h"
#include "core/tasks/answerparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Begins as git begins a diff; it puts paths that are not plain ASCII into quotes.
bool isGitDiff(const QString &text)
{
    return text.startsWith("diff --git a/"_L1) || text.startsWith("diff --git \"a/"_L1);
}

/// The tree while one part of the answer after the other changes it.
class Editor
{
public:
    Editor(const Clone &clone, const TreeId &base) : m_clone(clone), m_tree(base) {}

    const TreeId &tree() const { return m_tree; }
    const QStringList &problems() const { return m_problems; }

    void apply(const WholeFile &file) { change(file.path, u"the file"_s, {{file.path, file.content.toUtf8()}}); }

    void apply(const Replacement &block)
    {
        if (block.path.isEmpty() || block.edit.name.endsWith(u')')) {
            m_problems.append(block.path.isEmpty()
                    ? u"%1: no path of a file stands above it"_s.arg(block.edit.name)
                    : u"%1, %2: the line >>>>>>> REPLACE is missing"_s.arg(block.path, block.edit.name));
            return;
        }
        const auto content = m_clone.read(m_tree, block.path);
        if (!content && !block.edit.before.isEmpty()) {
            refuse(block.path, block.edit.name, unknown(block.path));
        } else if (content && !content->isEmpty() && block.edit.before.isEmpty()) {
            refuse(block.path, block.edit.name, u"the text to search for is empty, and the file is not"_s);
        } else {
            edit(block.path, content.value_or(QByteArray()), {block.edit});
        }
    }

    void apply(const Patch &patch)
    {
        if (const auto exact = isGitDiff(patch.text) ? m_clone.patched(m_tree, patch.text.toUtf8())
                                                                        : std::unexpected(QList<PatchProblem>())) {
            m_tree = *exact;
            return;
        }
        if (patch.files.isEmpty())
            m_problems.append(u"the diff names no file"_s);
        for (const FileDiff &file : patch.files)
            apply(file);
    }

private:
    void apply(const FileDiff &file)
    {
        const QString path = file.newPath.isEmpty() ? file.oldPath : file.newPath;
        if (path.isEmpty()) {
            m_problems.append(u"the diff names no file"_s);
            return;
        }
        const auto content = file.oldPath.isEmpty() ? Result<QByteArray>() : m_clone.read(m_tree, file.oldPath);
        if (!file.renamed && !file.oldPath.isEmpty() && !file.newPath.isEmpty() && file.oldPath != file.newPath)
            refuse(path, {}, u"the diff names two files: %1 and %2"_s.arg(file.oldPath, file.newPath));
        else if (file.link)
            refuse(path, {}, u"symbolic links may not be made or changed"_s);
        else if (!content)
            refuse(file.oldPath, {}, unknown(file.oldPath));
        else if (file.oldPath.isEmpty() && m_clone.find(m_tree, path))
            refuse(path, {}, u"the diff makes it anew, but it is there already"_s);
        else if (file.newPath.isEmpty())
            change(path, {}, {{path, std::nullopt}});
        else if (file.hunks.isEmpty() && file.oldPath == file.newPath)
            refuse(path, {}, u"the diff has no hunk that could be read"_s);
        else
            edit(path, *content, file.hunks, file.oldPath);
    }

    void edit(const QString &path, const QByteArray &content, const QList<LineEdit> &edits, const QString &oldPath = {})
    {
        const auto made = edited(content, edits);
        if (!made) {
            for (const EditProblem &problem : made.error())
                refuse(path, problem.name, problem.reason);
            return;
        }
        QList<FileChange> changes{{path, *made}};
        if (!oldPath.isEmpty() && oldPath != path)
            changes.prepend({oldPath, std::nullopt});
        change(path, edits.value(0).name, changes);
    }

    void change(const QString &path, const QString &what, const QList<FileChange> &changes)
    {
        const auto tree = m_clone.changed(m_tree, changes);
        if (tree)
            m_tree = *tree;
        else
            refuse(path, what,
                tree.error().detail.startsWith(path + u": "_s) ? tree.error().detail.sliced(path.size() + 2)
                                                               : tree.error().detail);
    }

    QString unknown(const QString &path) const
    {
        const QString problem = pathProblem(path);
        return problem.isEmpty() ? u"the repository has no such file"_s : problem;
    }

    void refuse(const QString &path, const QString &what, const QString &reason)
    {
        m_problems.append(what.isEmpty() ? u"%1: %2"_s.arg(path, reason) : u"%1, %2: %3"_s.arg(path, what, reason));
    }

    const Clone &m_clone;
    TreeId m_tree;
    QStringList m_problems;
};

/// Whether nothing but a diff of git stands in the answer: git passes over what comes behind one.
bool isOnlyDiff(const QString &answer)
{
    if (!isGitDiff(answer))
        return false;
    const QStringList lines = answer.split(u'\n');
    qsizetype at = 0;
    readDiff(lines, at);
    return std::all_of(
        lines.begin() + at, lines.end(), [](const QString &line) { return line.trimmed().isEmpty() || line == "-- "_L1; });
}

AnswerChanges refused(const QStringList &problems)
{
    return {.problems = problems};
}

} // namespace

Result<AnswerChanges> answerChanges(const Clone &clone, const TreeId &base, const QString &answer)
{
    TreeId tree = base;
    // As git wrote it, from its first line to its last: what looks like a block inside belongs to a file.
    const auto exact = isOnlyDiff(answer) ? clone.patched(base, answer.endsWith(u'\n') ? answer.toUtf8() : answer.toUtf8() + '\n')
                                          : std::unexpected(QList<PatchProblem>());
    if (exact) {
        tree = *exact;
    } else {
        Editor editor(clone, base);
        const QList<AnswerPart> parts = answerParts(answer);
        if (parts.isEmpty()) {
            return refused(
                {u"the answer holds no change: neither a file under its path, nor a search/replace block, nor a diff"_s});
        }
        for (const AnswerPart &part : parts)
            std::visit([&editor](const auto &one) { editor.apply(one); }, part);
        if (!editor.problems().isEmpty())
            return refused(editor.problems());
        tree = editor.tree();
    }
    const Result<QByteArray> diff = clone.diff(base, tree);
    if (!diff)
        return std::unexpected(diff.error());
    if (diff->isEmpty())
        return refused({u"the changes leave every file as it is"_s});
    const QString text = QString::fromUtf8(*diff);
    if (text.toUtf8() != *diff)
        return refused({u"it changes a file that is not written in UTF-8, which cannot be shown as a diff"_s});
    return AnswerChanges{tree, text, {}};
}

} // namespace autodidact
