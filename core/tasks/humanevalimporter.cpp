#include "core/tasks/humanevalimporter.h"

#include "core/tasks/checksplitter.h"
#include "core/tasks/fieldreader.h"
#include "core/tasks/jsonlines.h"
#include "core/tasks/pythonsource.h"
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
            reader.complain(u"\"%1\" is missing. A HumanEval record has task_id, prompt, canonical_solution, test and entry_point."_s.arg(key));
    }
    if (!reader.problems().isEmpty())
        return fail(ErrorKind::BadInput, u"%1: %2"_s.arg(placeOf(file, line.number), reader.problems().first()));
    return record;
}

/// The indentation of the function body that the prompt leaves open.
QString bodyIndent(const QString &prompt)
{
    const QStringList lines = prompt.split(u'\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (line->trimmed().isEmpty())
            continue;
        const QString indent = line->first(line->indexOf(line->trimmed().at(0)));
        return indent.isEmpty() ? u"    "_s : indent;
    }
    return u"    "_s;
}

/// The text before the target, where the tests use a name from it: in a split execution they have
/// a copy of their own, which the solution cannot change.
QString setupFor(const Record &record, const SyntaxTree &program, const SyntaxNode &target)
{
    const QByteArray before = program.source().first(definitionStart(target));
    const auto preamble = SyntaxTree::parse(Language::Python, before);
    const auto test = SyntaxTree::parse(Language::Python, record.test.toUtf8());
    if (!preamble || !test || !namesBoundIn(preamble->root()).intersects(identifiersIn(test->root())))
        return {};
    return QString::fromUtf8(before.trimmed()) + u'\n';
}

/// Objects that cannot cross a process border, by what the signature says.
bool returnsLiveObject(const SyntaxNode &target)
{
    const auto type = target.child("return_type");
    if (!type)
        return false;
    const QSet<QByteArray> names = identifiersIn(*type);
    return names.intersects({"Callable", "Iterator", "Generator", "Iterable"});
}

Result<Task> taskOf(const Record &record)
{
    Task task;
    task.key = record.key;
    task.title = record.entryPoint;
    task.statement = record.prompt;
    task.entryPoint = record.entryPoint;
    task.prefix = record.prompt;
    task.starter = record.prompt + (record.prompt.endsWith(u'\n') ? u""_s : u"\n"_s) + bodyIndent(record.prompt) + u"raise NotImplementedError\n"_s;
    if (!record.solution.isEmpty())
        task.references = {record.prompt + record.solution};
    task.released = u"2021-07-07"_s;

    const auto program = SyntaxTree::parse(Language::Python, task.starter.toUtf8());
    if (!program)
        return std::unexpected(program.error());
    const auto target = topLevelFunction(*program, record.entryPoint.toUtf8());
    if (!target)
        return fail(ErrorKind::BadInput, u"\"prompt\" does not define \"%1\", which \"entry_point\" names."_s.arg(record.entryPoint));
    auto split = splitCheck(record.test, record.entryPoint);
    if (!split)
        return std::unexpected(split.error());
    task.hiddenTests = split->tests;
    task.isolation = returnsLiveObject(*target) ? Isolation::InProcess : split->isolation;
    task.testSetup = setupFor(record, *program, *target);
    const QByteArray name = record.entryPoint.toUtf8();
    task.visibleTests = testsOf(withoutContradicted(examplesOf(docstringOf(*target), name), task.hiddenTests, name));
    return task;
}

} // namespace

Result<SuiteContent> importHumanEval(const QString &path)
{
    const auto lines = readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseJsonLines(bytes, path); });
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
            return fail(ErrorKind::BadInput, u"%1: the task_id \"%2\" is used twice."_s.arg(placeOf(path, line.number), record->key));
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
