#include "core/tasks/repositoryclones.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString remedy =
    u"Clone it (git clone https://github.com/%1 FOLDER/%2), and import the suite with --repositories FOLDER."_s;

bool isClone(const QString &folder)
{
    return QFileInfo::exists(folder + u"/.git"_s)
        || (QFileInfo(folder + u"/objects"_s).isDir() && QFileInfo(folder + u"/HEAD"_s).isFile());
}

QString flatName(const QString &repository)
{
    return QString(repository).replace(u'/', u"__"_s);
}

} // namespace

bool lacksClone(const Task &task)
{
    return task.kind == TaskKind::Repository && task.repository.folder.isEmpty();
}

QString cloneBelow(const QString &folder, const QString &repository)
{
    const QDir root(QFileInfo(folder).absoluteFilePath());
    const QString project = repository.section(u'/', -1);
    for (const QString &name : {flatName(repository), repository, project}) {
        for (const QString &end : {QString(), u".git"_s}) {
            const QString path = root.filePath(name + end);
            if (!name.isEmpty() && isClone(path))
                return path;
        }
    }
    const bool itself = isClone(root.path()) && (root.dirName() == project || root.dirName() == flatName(repository));
    return itself ? root.path() : QString();
}

void findClones(QList<Task> &tasks, const QString &folder)
{
    std::map<QString, std::optional<Clone>> clones; // by path; none where it cannot be opened
    for (Task &task : tasks) {
        const QString path = lacksClone(task) ? cloneBelow(folder, task.repository.name) : QString();
        if (path.isEmpty())
            continue;
        if (!clones.contains(path)) {
            Result<Clone> opened = Clone::open(path);
            clones.emplace(path, opened ? std::optional(std::move(*opened)) : std::nullopt);
        }
        const std::optional<Clone> &clone = clones.at(path);
        if (clone && clone->treeOf(task.repository.baseCommit))
            task.repository.folder = path;
    }
}

QString clonesMissing(const QList<Task> &tasks)
{
    QMap<QString, int> counts;
    for (const Task &task : tasks) {
        if (lacksClone(task))
            ++counts[task.repository.name];
    }
    if (counts.isEmpty())
        return {};
    QStringList names;
    int total = 0;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at) {
        names.append(u"%1 (%2)"_s.arg(at.key()).arg(at.value()));
        total += at.value();
    }
    return u"%1 of %2 tasks are left out, because no clone with their commit is known: %3. "_s.arg(total)
               .arg(tasks.size())
               .arg(names.join(u", "_s))
        + remedy.arg(counts.firstKey(), flatName(counts.firstKey()));
}

Result<OpenedBase> openBase(const Repository &repository)
{
    if (repository.folder.isEmpty())
        return fail(ErrorKind::Missing,
            u"no clone of %1 is known. "_s.arg(repository.name) + remedy.arg(repository.name, flatName(repository.name)));
    Result<Clone> clone = Clone::open(repository.folder);
    if (!clone)
        return fail(ErrorKind::Missing,
            u"the clone of %1: %2 "_s.arg(repository.name, clone.error().detail)
                + remedy.arg(repository.name, flatName(repository.name)));
    const Result<TreeId> tree = clone->treeOf(repository.baseCommit);
    if (!tree)
        return fail(ErrorKind::Missing, repository.name + u": "_s + tree.error().detail);
    return OpenedBase{std::move(*clone), *tree};
}

} // namespace autodidact
