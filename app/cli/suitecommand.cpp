#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "app/cli/samplecheck.h"
#include "core/base/file.h"
#include "core/storage/suitestore.h"
#include "core/tasks/importer.h"
#include "core/tasks/suitefile.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonObject describe(const Suite &suite)
{
    return {{u"name"_s, suite.name},     {u"version"_s, suite.version}, {u"title"_s, suite.title},
            {u"format"_s, suite.format}, {u"tasks"_s, suite.taskCount}, {u"released"_s, suite.released},
            {u"licence"_s, suite.licence}, {u"hash"_s, suite.hash}};
}

Result<int> importCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"FORMAT PATH [--name N] [--repositories FOLDER]"_s,
                        u"Imports a suite: all of it, or nothing. Formats: %1."_s.arg(suiteFormats().join(u", "_s)));
    arguments.addOption(u"name"_s, u"Name in the database"_s, u"N"_s);
    arguments.addOption(u"repositories"_s, u"Where local clones lie, as owner__project, owner/project or project"_s, u"FOLDER"_s);
    const auto next = arguments.parse(2, 2);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    Result<SuiteContent> content = importSuite(arguments.positional().at(0), arguments.positional().at(1), arguments.value(u"repositories"_s));
    if (!content)
        return std::unexpected(content.error());
    if (arguments.has(u"name"_s))
        content->suite.name = arguments.value(u"name"_s);
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<Suite> stored = SuiteStore(**database).add(content->suite, content->tasks);
    if (!stored)
        return std::unexpected(stored.error());
    for (const QString &warning : std::as_const(content->warnings))
        invocation.console.message(u"warning: "_s + warning);
    for (const QString &record : std::as_const(content->skipped))
        invocation.console.message(u"skipped: "_s + record);
    QJsonObject document = describe(*stored);
    document[u"imported"_s] = stored->taskCount;
    document[u"warnings"_s] = QJsonArray::fromStringList(content->warnings);
    document[u"skipped"_s] = QJsonArray::fromStringList(content->skipped);
    QString text = u"Imported %1 tasks as \"%2\"."_s.arg(stored->taskCount).arg(stored->name);
    if (!content->skipped.isEmpty())
        text += u" Skipped %1 records."_s.arg(content->skipped.size());
    invocation.console.result(text, document);
    return 0;
}

Result<int> listCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u""_s, u"Lists the suites of the database."_s);
    const auto next = arguments.parse();
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<QList<Suite>> suites = SuiteStore(**database).all();
    if (!suites)
        return std::unexpected(suites.error());
    QString text;
    QJsonArray list;
    for (const Suite &suite : *suites) {
        text += u"%1  %2 tasks  %3  %4\n"_s.arg(suite.name, -20).arg(suite.taskCount, 5).arg(suite.format, -10).arg(suite.title);
        list.append(describe(suite));
    }
    invocation.console.result(text, {{u"suites"_s, list}});
    return 0;
}

Result<int> showCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"NAME"_s, u"Shows the tasks of a suite."_s);
    const auto next = arguments.parse(1, 1);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<SuiteWithTasks> loaded = loadSuite(**database, arguments.positional().at(0));
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto &[suite, tasks] = *loaded;
    QString text = u"%1 %2, %3 tasks\n%4\n\n"_s.arg(suite.name, suite.version).arg(suite.taskCount).arg(suite.title);
    QJsonArray list;
    for (const Task &task : tasks) {
        text += u"%1  %2 visible, %3 hidden tests, %4 references  %5%6\n"_s
                    .arg(task.key, -28).arg(task.visibleTests.size(), 2).arg(task.hiddenTests.size(), 3)
                    .arg(task.references.size()).arg(task.groupKey(), task.isolation == Isolation::InProcess ? u"  in-process"_s : QString());
        list.append(QJsonObject{{u"id"_s, task.key}, {u"title"_s, task.title}, {u"group"_s, task.groupKey()},
                                {u"visible_tests"_s, task.visibleTests.size()}, {u"hidden_tests"_s, task.hiddenTests.size()},
                                {u"references"_s, task.references.size()},
                                {u"families"_s, QJsonArray::fromStringList(task.families)},
                                {u"in_process"_s, task.isolation == Isolation::InProcess}});
    }
    QJsonObject document = describe(suite);
    document[u"list"_s] = list;
    invocation.console.result(text, document);
    return 0;
}

Result<int> exportCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"NAME [--out FILE]"_s, u"Writes a suite as JSON lines, to stdout or a file."_s);
    arguments.addOption(u"out"_s, u"File to write"_s, u"FILE"_s);
    const auto next = arguments.parse(1, 1);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<SuiteWithTasks> loaded = loadSuite(**database, arguments.positional().at(0));
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto &[suite, tasks] = *loaded;
    const QByteArray bytes = writeSuite(suite, tasks);
    if (!arguments.has(u"out"_s)) {
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
        return 0;
    }
    const QString path = arguments.value(u"out"_s);
    if (const Status written = writeFile(path, bytes); !written)
        return std::unexpected(written.error());
    invocation.console.result(u"Wrote %1 tasks to %2."_s.arg(tasks.size()).arg(path),
                              {{u"file"_s, path}, {u"tasks"_s, tasks.size()}});
    return 0;
}

} // namespace

Result<int> suiteCommand(Invocation &invocation)
{
    const Result<QString> word = takeSubcommand(
        invocation, {u"import"_s, u"list"_s, u"show"_s, u"validate"_s, u"export"_s});
    if (!word)
        return std::unexpected(word.error());
    if (*word == u"import")
        return importCommand(invocation);
    if (*word == u"list")
        return listCommand(invocation);
    if (*word == u"show")
        return showCommand(invocation);
    if (*word == u"export")
        return exportCommand(invocation);
    return validateSuiteCommand(invocation);
}

} // namespace autodidact
