#include "core/tasks/humanevalimporter.h"

#include "core/tasks/checkedfunction.h"
#include "core/tasks/fieldreader.h"
#include "core/tasks/jsonlines.h"
#include "core/tasks/statementexamples.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// One record, checked for what it must hold.
struct Record {
    QString key;
    QString prompt;
    QString solution;
    QString test;
    QString entryPoint;
};

Result<Record> readRecord(const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    const Record record{reader.text(u"task_id"_s), reader.text(u"prompt"_s), reader.text(u"canonical_solution"_s),
        reader.text(u"test"_s), reader.text(u"entry_point"_s)};
    const std::pair<QString, QString> needed[] = {{u"task_id"_s, record.key}, {u"prompt"_s, record.prompt},
        {u"test"_s, record.test}, {u"entry_point"_s, record.entryPoint}};
    for (const auto &[key, value] : needed) {
        if (value.isEmpty())
            reader.complain(
                u"\"%1\" is missing. A HumanEval record has task_id, prompt, canonical_solution, test and entry_point."_s.arg(
                    key));
    }
    if (!reader.problems().isEmpty())
        return fail(ErrorKind::BadInput, u"%1: %2"_s.arg(placeOf(file, line.number), reader.problems().first()));
    return record;
}

Result<Task> taskOf(const Record &record)
{
    Task task;
    task.key = record.key;
    task.title = record.entryPoint;
    task.statement = record.prompt;
    task.entryPoint = record.entryPoint;
    task.prefix = record.prompt;
    task.starter = openStarter(record.prompt);
    if (!record.solution.isEmpty())
        task.references = {record.prompt + record.solution};
    task.released = u"2021-07-07"_s;

    if (const Status done = addCheck(task, record.test); !done)
        return std::unexpected(done.error());
    task.visibleTests = sureExamples(task);
    return task;
}

} // namespace

Result<SuiteContent> importHumanEval(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseHumanEval(bytes, path); });
}

Result<SuiteContent> parseHumanEval(const QByteArray &bytes, const QString &path)
{
    const auto lines = parseJsonLines(bytes, path);
    if (!lines)
        return std::unexpected(lines.error());
    if (lines->isEmpty())
        return fail(ErrorKind::BadInput, u"%1: the file is empty. Fetch HumanEval.jsonl.gz again."_s.arg(path));
    SuiteContent content;
    content.suite.name = u"humaneval"_s;
    content.suite.title = u"HumanEval"_s;
    content.suite.licence = u"MIT"_s;
    content.suite.released = u"2021-07-07"_s;
    content.suite.format = u"humaneval"_s;
    QSet<QString> keys;
    for (const JsonLine &line : *lines) {
        const auto record = readRecord(line, path);
        if (!record)
            return std::unexpected(record.error());
        if (keys.contains(record->key))
            return fail(
                ErrorKind::BadInput, u"%1: the task_id \"%2\" is used twice."_s.arg(placeOf(path, line.number), record->key));
        keys.insert(record->key);
        Result<Task> task = taskOf(*record);
        if (!task)
            return fail(task.error().kind, u"%1: %2"_s.arg(placeOf(path, line.number), task.error().detail));
        content.tasks.append(std::move(*task));
    }
    seal(content);
    return content;
}

} // namespace autodidact
