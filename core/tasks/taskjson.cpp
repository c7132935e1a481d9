#include "core/tasks/taskjson.h"

#include "core/base/json.h"
#include "core/tasks/fieldreader.h"
#include "core/tasks/repositoryjson.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr std::array RepeatNames{
    std::pair{RepeatKind::None, "none"_L1},
    std::pair{RepeatKind::Exact, "exact"_L1},
    std::pair{RepeatKind::Near, "near"_L1},
    std::pair{RepeatKind::CrossLanguage, "cross-language"_L1},
    std::pair{RepeatKind::Drift, "drift"_L1},
};

QJsonArray testsToJson(const QList<TestCase> &tests)
{
    QJsonArray array;
    for (const TestCase &test : tests) {
        if (test.outputs.isEmpty())
            array.append(QJsonObject{{u"name"_s, test.name}, {u"code"_s, test.code}});
        else
            array.append(
                QJsonObject{{u"name"_s, test.name}, {u"input"_s, test.input}, {u"outputs"_s, toJsonArray(test.outputs)}});
    }
    return array;
}

QJsonArray filesToJson(const QList<TestFile> &files)
{
    QJsonArray array;
    for (const TestFile &file : files) {
        array.append(QJsonObject{{u"path"_s, file.path}, {u"content"_s, file.content},
            {u"visible"_s, file.visibility == Visibility::Visible}});
    }
    return array;
}

QJsonObject limitsToJson(const Limits &limits)
{
    const Limits usual;
    QJsonObject object;
    const auto put = [&object](const QString &key, auto value, auto usualValue, double unit) {
        if (value != usualValue)
            object.insert(key, value / unit);
    };
    put(u"cpu_s"_s, limits.cpuMs, usual.cpuMs, 1000.0);
    put(u"wall_s"_s, limits.wallMs, usual.wallMs, 1000.0);
    put(u"memory_mb"_s, limits.memoryMb, usual.memoryMb, 1.0);
    put(u"processes"_s, limits.processes, usual.processes, 1.0);
    put(u"file_mb"_s, limits.fileMb, usual.fileMb, 1.0);
    put(u"output_kb"_s, limits.outputKb, usual.outputKb, 1.0);
    return object;
}

TestCase readTest(FieldReader &entry, qsizetype number)
{
    TestCase test{entry.text(u"name"_s), entry.text(u"code"_s), entry.text(u"input"_s), entry.texts(u"outputs"_s)};
    if (test.name.isEmpty())
        test.name = u"test %1"_s.arg(number);
    return test;
}

QList<TestCase> readTests(FieldReader &reader, const QString &key)
{
    QList<TestCase> tests;
    for (FieldReader &entry : reader.objects(key)) {
        const TestCase test = readTest(entry, tests.size() + 1);
        const bool hasCode = !test.code.trimmed().isEmpty();
        if (hasCode && !test.outputs.isEmpty())
            reader.complain(u"\"%1\" has a test with code and outputs. Give the one or the other."_s.arg(key));
        else if (!hasCode && test.outputs.isEmpty())
            reader.complain(u"\"%1\" has a test without code. Give it statements that raise when the code is wrong."_s.arg(key));
        tests.append(test);
        reader.takeProblems(entry);
    }
    return tests;
}

bool staysBelow(const QString &path)
{
    return !path.isEmpty() && !path.startsWith(u'/') && !path.contains(u'\\') && !path.contains(QChar(0))
        && !path.split(u'/').contains(u".."_s);
}

QList<TestFile> readFiles(FieldReader &reader)
{
    QList<TestFile> files;
    for (FieldReader &entry : reader.objects(u"test_files"_s)) {
        const TestFile file{entry.text(u"path"_s), entry.text(u"content"_s),
            entry.flag(u"visible"_s) ? Visibility::Visible : Visibility::Hidden};
        if (!staysBelow(file.path))
            reader.complain(u"\"test_files\" has the path \"%1\". Use a relative path without \"..\"."_s.arg(file.path));
        files.append(file);
        reader.takeProblems(entry);
    }
    return files;
}

Limits readLimits(FieldReader &reader)
{
    Limits limits;
    if (!reader.has(u"limits"_s))
        return limits;
    FieldReader entry = reader.object(u"limits"_s);
    limits.cpuMs = qRound(1000 * entry.number(u"cpu_s"_s, limits.cpuMs / 1000.0, 0.01, 3600));
    limits.wallMs = qRound(1000 * entry.number(u"wall_s"_s, 0, 0, 10800));
    limits.memoryMb = int(entry.number(u"memory_mb"_s, limits.memoryMb, 16, 1 << 20));
    limits.processes = int(entry.number(u"processes"_s, limits.processes, 1, 4096));
    limits.fileMb = int(entry.number(u"file_mb"_s, limits.fileMb, 1, 1 << 16));
    limits.outputKb = int(entry.number(u"output_kb"_s, limits.outputKb, 1, 1 << 16));
    reader.takeProblems(entry);
    return limits;
}

RepeatKind readRepeatKind(FieldReader &reader)
{
    const QString name = reader.text(u"repeat_kind"_s);
    for (const auto &[kind, known] : RepeatNames) {
        if (name == known)
            return kind;
    }
    if (!name.isEmpty())
        reader.complain(u"\"repeat_kind\" is \"%1\". Use exact, near, cross-language or drift."_s.arg(name));
    return RepeatKind::None;
}

/// What a task brings says what it is.
TaskKind kindOf(FieldReader &reader, const Task &task)
{
    if (reader.has(u"repository"_s))
        return TaskKind::Repository;
    if (!task.testFiles.isEmpty())
        return TaskKind::Files;
    const QList<TestCase> tests = task.visibleTests + task.hiddenTests;
    const auto speaks = [](const TestCase &test) { return !test.outputs.isEmpty(); };
    if (std::ranges::none_of(tests, speaks))
        return TaskKind::Function;
    if (!std::ranges::all_of(tests, speaks))
        reader.complain(u"some tests have code and others outputs. A task is judged by the one or the other."_s);
    return TaskKind::Program;
}

void readCode(FieldReader &reader, Task &task)
{
    const QString language = reader.text(u"language"_s);
    if (const auto known = languageFromString(language))
        task.language = *known;
    else
        reader.complain(u"\"language\" is \"%1\". Use python, java, javascript or rust."_s.arg(language));
    const QString isolation = reader.text(u"isolation"_s);
    if (isolation == "in-process"_L1)
        task.isolation = Isolation::InProcess;
    else if (!isolation.isEmpty() && isolation != "split"_L1)
        reader.complain(u"\"isolation\" is \"%1\". Use split or in-process."_s.arg(isolation));
    task.statement = reader.text(u"statement"_s);
    task.entryPoint = reader.text(u"entry_point"_s);
    task.starter = reader.text(u"starter"_s);
    task.prefix = reader.text(u"prefix"_s);
    task.suffix = reader.text(u"suffix"_s);
    task.stopTokens = reader.texts(u"stop_tokens"_s);
    task.testSetup = reader.text(u"setup"_s);
    task.visibleTests = readTests(reader, u"visible_tests"_s);
    task.hiddenTests = readTests(reader, u"hidden_tests"_s);
    task.testFiles = readFiles(reader);
    task.references = reader.texts(u"references"_s);
    task.repository = repositoryFromJson(reader);
    task.kind = kindOf(reader, task);
}

void checkWhole(FieldReader &reader, const Task &task)
{
    if (task.key.isEmpty())
        reader.complain(u"\"id\" is missing. Give every task an id that is unique in the suite."_s);
    if (task.statement.trimmed().isEmpty())
        reader.complain(u"\"statement\" is missing. Say what the code must do."_s);
    if (task.kind == TaskKind::Function && task.entryPoint.isEmpty())
        reader.complain(u"\"entry_point\" is missing. Name the function that the tests call."_s);
    if (task.hiddenTests.isEmpty() && task.testFiles.isEmpty() && task.kind != TaskKind::Repository)
        reader.complain(u"\"hidden_tests\" is missing. Without a hidden test nothing can be judged."_s);
    if (!task.released.isEmpty() && !QDate::fromString(task.released, Qt::ISODate).isValid())
        reader.complain(u"\"released\" is \"%1\". Use a date such as 2026-01-31."_s.arg(task.released));
    if (task.repeatOf.isEmpty() != (task.repeatKind == RepeatKind::None))
        reader.complain(u"\"repeat_of\" and \"repeat_kind\" belong together. Give both or neither."_s);
}

} // namespace

QJsonObject taskToJson(const Task &task)
{
    QJsonObject object{{u"id"_s, task.key}, {u"title"_s, task.title}, {u"language"_s, toString(task.language)},
        {u"statement"_s, task.statement}, {u"hidden_tests"_s, testsToJson(task.hiddenTests)}};
    const auto put = [&object](const QString &key, const QJsonValue &value, bool given) {
        if (given)
            object.insert(key, value);
    };
    put(u"entry_point"_s, task.entryPoint, !task.entryPoint.isEmpty());
    put(u"starter"_s, task.starter, !task.starter.isEmpty());
    put(u"prefix"_s, task.prefix, !task.prefix.isEmpty());
    put(u"suffix"_s, task.suffix, !task.suffix.isEmpty());
    put(u"stop_tokens"_s, toJsonArray(task.stopTokens), !task.stopTokens.isEmpty());
    put(u"setup"_s, task.testSetup, !task.testSetup.isEmpty());
    put(u"visible_tests"_s, testsToJson(task.visibleTests), !task.visibleTests.isEmpty());
    put(u"test_files"_s, filesToJson(task.testFiles), !task.testFiles.isEmpty());
    put(u"references"_s, toJsonArray(task.references), !task.references.isEmpty());
    put(u"group"_s, task.group, !task.group.isEmpty());
    put(u"families"_s, toJsonArray(task.families), !task.families.isEmpty());
    put(u"repeat_of"_s, task.repeatOf, !task.repeatOf.isEmpty());
    put(u"repeat_kind"_s, RepeatNames.at(size_t(task.repeatKind)).second, task.repeatKind != RepeatKind::None);
    put(u"tags"_s, toJsonArray(task.tags), !task.tags.isEmpty());
    put(u"difficulty"_s, task.difficulty, task.difficulty != 0);
    put(u"released"_s, task.released, !task.released.isEmpty());
    put(u"isolation"_s, u"in-process"_s, task.isolation == Isolation::InProcess);
    put(u"limits"_s, limitsToJson(task.limits), task.limits != Limits());
    put(u"repository"_s, repositoryToJson(task.repository), task.kind == TaskKind::Repository);
    return object;
}

ParsedTask taskFromJson(const QJsonObject &object)
{
    FieldReader reader(object);
    Task task;
    task.key = reader.text(u"id"_s);
    task.title = reader.text(u"title"_s);
    readCode(reader, task);
    task.group = reader.text(u"group"_s);
    task.families = reader.texts(u"families"_s);
    task.repeatOf = reader.text(u"repeat_of"_s);
    task.repeatKind = readRepeatKind(reader);
    task.tags = reader.texts(u"tags"_s);
    task.difficulty = int(reader.number(u"difficulty"_s, 0, 0, 5));
    task.released = reader.text(u"released"_s);
    task.limits = readLimits(reader);
    checkWhole(reader, task);
    if (task.title.isEmpty())
        task.title = task.key;
    return {task, reader.problems(), reader.unknownKeys()};
}

} // namespace autodidact
