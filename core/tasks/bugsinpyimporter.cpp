#include "core/tasks/bugsinpyimporter.h"

#include "core/tasks/keyvaluefile.h"
#include "core/tasks/repositoryclones.h"
#include "core/tasks/suitebuilder.h"

#include <QDir>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int TestMs = 1'800'000;    ///< of a whole test run
constexpr int TestMemoryMb = 4096;

using Values = QHash<QString, QString>;

Result<Values> valuesIn(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseKeyValues(bytes, path); });
}

Result<QString> textIn(const QString &path)
{
    if (!QFile::exists(path))
        return QString();
    return readPlainOrGzip(path).transform([](const QByteArray &bytes) { return QString::fromUtf8(bytes); });
}

QStringList parts(const QString &text, QChar separator)
{
    QStringList list;
    for (const QString &part : text.split(separator, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            list.append(part.trimmed());
    }
    return list;
}

QStringList commandsIn(const QString &script)
{
    QStringList commands = parts(unixText(script), u'\n');
    commands.removeIf([](const QString &line) { return line.startsWith(u'#'); });
    return commands;
}

/// "https://github.com/psf/black.git" is "psf/black".
QString repositoryName(const QString &url)
{
    QString path = QUrl(url).path();
    while (path.startsWith(u'/'))
        path.removeFirst();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path.endsWith(".git"_L1) ? path.chopped(4) : path;
}

/// A bug's folder, and where it stands in the set.
struct Bug {
    QString project;
    QString number;
    QDir folder;

    QString key() const { return u"BugsInPy/%1/%2"_s.arg(project, number); }
    QString file(const QString &name) const { return folder.filePath(name); }
};

Result<Task> taskOf(const Bug &bug, const Values &project)
{
    const auto about = valuesIn(bug.file(u"bug.info"_s));
    const auto script = textIn(bug.file(u"run_test.sh"_s));
    const auto patch = textIn(bug.file(u"bug_patch.txt"_s));
    if (!about || !script || !patch)
        return std::unexpected(!about ? about.error() : !script ? script.error() : patch.error());
    for (const QString &key : {u"buggy_commit_id"_s, u"fixed_commit_id"_s, u"test_file"_s}) {
        if (about->value(key).isEmpty())
            return refuse(bug.file(u"bug.info"_s), 1, u"%1 is missing. Fetch the checkout again."_s.arg(key));
    }
    Task task;
    task.key = bug.key();
    task.title = u"%1, bug %2"_s.arg(bug.project, bug.number);
    task.kind = TaskKind::Repository;
    task.isolation = Isolation::InProcess;
    task.statement = u"The project %1 has a defect at commit %2, which some of its tests will show. Find and mend it."_s
                         .arg(bug.project, about->value(u"buggy_commit_id"_s));
    task.released = u"2020-11-08"_s;
    task.tags = {bug.project};
    task.limits.cpuMs = TestMs;
    task.limits.memoryMb = TestMemoryMb;
    Repository &repository = task.repository;
    repository.name = repositoryName(project.value(u"github_url"_s));
    repository.baseCommit = about->value(u"buggy_commit_id"_s);
    repository.goldPatch = *patch;
    repository.environment = about->contains(u"python_version"_s) ? u"python "_s + about->value(u"python_version"_s) : QString();
    for (const QString &file : parts(about->value(u"test_file"_s), u';'))
        repository.setUpCommands.append(u"git checkout %1 -- %2"_s.arg(about->value(u"fixed_commit_id"_s), file));
    const QString path = parts(about->value(u"pythonpath"_s), u';').join(u':');
    repository.failToPass = namedTests(commandsIn(*script));
    for (const QString &command : commandsIn(*script))
        repository.testCommands.append(path.isEmpty() ? command : u"PYTHONPATH=%1 %2"_s.arg(path, command));
    return task;
}

Status addBug(SuiteBuilder &builder, const Bug &bug, const Values &project)
{
    auto task = taskOf(bug, project);
    if (!task)
        return std::unexpected(task.error());
    const QString script = bug.file(u"run_test.sh"_s);
    if (task->repository.testCommands.isEmpty()) {
        builder.skip(script, 1, task->key, u"it has no test command"_s);
        return {};
    }
    if (task->repository.failToPass.isEmpty())
        builder.warn(
            u"%1: %2: its commands name no test, so their exit status alone decides"_s.arg(placeOf(script, 1), task->key));
    return builder.add(std::move(*task), bug.file(u"bug.info"_s), 1);
}

/// By number, names before all numbers.
QStringList sortedFolders(const QDir &folder)
{
    QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    std::ranges::stable_sort(names, {}, [](const QString &name) { return name.toInt(); });
    return names;
}

Status addProject(SuiteBuilder &builder, const QDir &folder, QStringList &repositories)
{
    const QString infoPath = folder.filePath(u"project.info"_s);
    const auto project = valuesIn(infoPath);
    if (!project)
        return std::unexpected(project.error());
    const QString name = repositoryName(project->value(u"github_url"_s));
    if (name.isEmpty())
        return refuse(infoPath, 1, u"github_url is missing. Fetch the checkout again."_s);
    const QString status = project->value(u"status"_s, u"OK"_s);
    const QDir bugs(folder.filePath(u"bugs"_s));
    for (const QString &number : sortedFolders(bugs)) {
        const Bug bug{folder.dirName(), number, QDir(bugs.filePath(number))};
        if (!bug.folder.exists(u"bug.info"_s))
            continue;
        if (status != "OK"_L1) {
            builder.skip(infoPath, 1, bug.key(), u"its project has the status \"%1\""_s.arg(status));
            continue;
        }
        if (const Status added = addBug(builder, bug, *project); !added)
            return added;
        if (!repositories.contains(name))
            repositories.append(name);
    }
    return {};
}

} // namespace

QStringList namedTests(const QStringList &commands)
{
    QStringList names;
    for (const QString &command : commands) {
        const QStringList words = command.split(u' ', Qt::SkipEmptyParts);
        const bool tox = words.contains("tox"_L1);
        const bool unittest = words.contains("unittest"_L1);
        const qsizetype start = tox ? words.indexOf("--"_L1) : unittest ? words.indexOf("unittest"_L1)
            : std::max({words.indexOf("pytest"_L1), words.indexOf("py.test"_L1), words.indexOf("pytest3"_L1)});
        if (start < 0)
            continue;
        for (const QString &word : words.sliced(start + 1)) {
            const bool named = unittest ? word.contains(u'.') : word.contains(".py"_L1);
            if (!word.startsWith(u'-') && named && !names.contains(word))
                names.append(word);
        }
    }
    return names;
}

Result<SuiteContent> importBugsInPy(const QString &path)
{
    const QDir root(path);
    const QDir projects(root.exists(u"projects"_s) ? root.filePath(u"projects"_s) : path);
    SuiteBuilder builder(publishedSuite(u"bugsinpy"_s, u"BugsInPy"_s, QString(), u"2020-11-08"_s));
    QStringList repositories;
    QStringList folders = sortedFolders(projects);
    folders.removeIf([&projects](const QString &name) { return !projects.exists(name + u"/project.info"_s); });
    if (folders.isEmpty()) {
        return fail(root.exists() ? ErrorKind::BadInput : ErrorKind::NotFound,
            u"%1: it has no folder projects with a project.info. Give the folder of a checkout of BugsInPy."_s.arg(path));
    }
    for (const QString &name : std::as_const(folders)) {
        if (const Status added = addProject(builder, QDir(projects.filePath(name)), repositories); !added)
            return std::unexpected(added.error());
    }
    if (!repositories.isEmpty())
        builder.warn(u"%1: %2: %3"_s.arg(path, clonesNeeded, repositories.join(u", "_s)));
    return builder.finish(path);
}

} // namespace autodidact
