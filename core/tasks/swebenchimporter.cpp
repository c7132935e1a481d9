#include "core/tasks/swebenchimporter.h"

#include "core/tasks/jsonslices.h"
#include "core/tasks/patchedfiles.h"
#include "core/tasks/pythonliteral.h"
#include "core/tasks/repositoryclones.h"
#include "core/tasks/suitebuilder.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LongestTitle = 100;
constexpr int TestMs = 1'800'000;    ///< of a whole test run, as in the published harness
constexpr int TestMemoryMb = 4096;

/// A list of test names in any of the published forms; a problem goes to \p reader.
QStringList testNames(FieldReader &reader, const QJsonObject &record, const QString &key)
{
    if (record.value(key).isArray())
        return reader.texts(key);
    const QString text = reader.text(key);
    const auto names = textsOfLiteral(text);
    if (!names && !text.trimmed().isEmpty())
        reader.complain(u"\"%1\" is not a list of test names. Fetch the file again."_s.arg(key));
    return names.value_or(QStringList());
}

bool isCutOff(const QString &name)
{
    return name.count(u'[') != name.count(u']');
}

bool isCommit(const QString &text)
{
    static const QRegularExpression commit(u"^[0-9a-fA-F]{7,64}$"_s);
    return commit.match(text).hasMatch();
}

/// Runs the test files of the test patch, with the runner that the project uses.
QString testCommand(const QString &repository, const QStringList &files)
{
    if (repository == "django/django"_L1)
        return u"python tests/runtests.py --verbosity 2 --parallel 1 "_s + files.join(u' ');
    if (repository == "sympy/sympy"_L1)
        return u"python bin/test -C --verbose "_s + files.join(u' ');
    return u"python -m pytest -rA "_s + files.join(u' ');
}

Result<Task> taskOf(const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    Task task;
    task.kind = TaskKind::Repository;
    task.isolation = Isolation::InProcess;
    task.key = reader.text(u"instance_id"_s);
    task.statement = unixText(reader.text(u"problem_statement"_s)).trimmed();
    task.title = task.statement.section(u'\n', 0, 0).trimmed().left(LongestTitle);
    task.released = reader.text(u"created_at"_s).left(10);
    task.limits.cpuMs = TestMs;
    task.limits.memoryMb = TestMemoryMb;
    Repository &repository = task.repository;
    repository.name = reader.text(u"repo"_s);
    repository.baseCommit = reader.text(u"base_commit"_s).trimmed();
    repository.goldPatch = reader.text(u"patch"_s);
    repository.testPatch = reader.text(u"test_patch"_s);
    repository.failToPass = testNames(reader, line.object, u"FAIL_TO_PASS"_s);
    repository.passToPass = testNames(reader, line.object, u"PASS_TO_PASS"_s);
    const QString version = reader.text(u"version"_s);
    repository.environment = (repository.name.section(u'/', -1) + u' ' + version).trimmed();
    repository.testCommands = {testCommand(repository.name, patchedFiles(repository.testPatch))};
    task.tags = {repository.name};
    const QStringList needed{
        u"instance_id"_s, u"repo"_s, u"base_commit"_s, u"test_patch"_s, u"problem_statement"_s, u"FAIL_TO_PASS"_s};
    if (const Status whole = wholeRecord(reader, needed, u"SWE-bench"_s, file, line.number); !whole)
        return std::unexpected(whole.error());
    if (!isCommit(repository.baseCommit))
        return refuse(file, line.number,
            u"\"base_commit\" is \"%1\", which is no commit. Fetch the file again."_s.arg(repository.baseCommit));
    if (task.statement.isEmpty())
        return refuse(file, line.number, u"\"problem_statement\" is empty. Fetch the file again."_s);
    return task;
}

/// Names that lost their end at a blank can never be found again among the tests that ran.
void dropCutNames(Task &task, SuiteBuilder &builder, const QString &place)
{
    const qsizetype dropped = task.repository.passToPass.removeIf(isCutOff);
    if (dropped > 0)
        builder.warn(u"%1: %2: %3 names in PASS_TO_PASS are cut off and left out"_s.arg(place, task.key).arg(dropped));
    if (std::ranges::any_of(task.repository.failToPass, isCutOff))
        builder.warn(u"%1: %2: a name in FAIL_TO_PASS is cut off"_s.arg(place, task.key));
}

} // namespace

Result<SuiteContent> importSweBench(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseSweBench(bytes, path); });
}

Result<SuiteContent> parseSweBench(const QByteArray &bytes, const QString &file)
{
    const auto lines = parseRecords(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    SuiteBuilder builder(publishedSuite(u"swe-bench"_s, u"SWE-bench"_s, u"MIT"_s, u"2023-10-10"_s));
    QHash<QString, QJsonObject> seen;
    QStringList repositories;
    for (const JsonLine &line : *lines) {
        auto task = taskOf(line, file);
        if (!task)
            return std::unexpected(task.error());
        if (const auto earlier = seen.constFind(task->key); earlier != seen.cend() && *earlier == line.object) {
            builder.skip(file, line.number, task->key, u"the file holds the same record before"_s);
            continue;
        }
        seen.insert(task->key, line.object);
        if (task->repository.failToPass.isEmpty()) {
            builder.skip(file, line.number, task->key, u"no test has to turn green"_s);
            continue;
        }
        dropCutNames(*task, builder, placeOf(file, line.number));
        if (!repositories.contains(task->repository.name))
            repositories.append(task->repository.name);
        if (const Status added = builder.add(std::move(*task), file, line.number); !added)
            return std::unexpected(added.error());
    }
    if (!repositories.isEmpty())
        builder.warn(u"%1: %2: %3"_s.arg(file, clonesNeeded, repositories.join(u", "_s)));
    return builder.finish(file);
}

} // namespace autodidact
