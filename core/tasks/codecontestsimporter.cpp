#include "core/tasks/codecontestsimporter.h"

#include "core/tasks/jsonslices.h"
#include "core/tasks/pythonreferences.h"
#include "core/tasks/suitebuilder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int Python3 = 3;       ///< in the schema's enumeration of languages
constexpr int EasiestMs = 100;
constexpr int SlowestMs = 600'000;
constexpr double MiB = 1024 * 1024;

/// Two parallel lists as pairs; a problem goes to \p reader.
QList<TestCase> testsIn(FieldReader &reader, const QString &key, const QString &name)
{
    FieldReader lists = reader.object(key);
    const QStringList inputs = lists.texts(u"input"_s);
    const QStringList outputs = lists.texts(u"output"_s);
    if (inputs.size() != outputs.size())
        reader.complain(
            u"\"%1\" has %2 inputs and %3 outputs. Fetch the file again."_s.arg(key).arg(inputs.size()).arg(outputs.size()));
    reader.takeProblems(lists);
    QList<TestCase> tests;
    for (qsizetype i = 0; i < std::min(inputs.size(), outputs.size()); ++i)
        tests.append({u"%1 %2"_s.arg(name).arg(i + 1), {}, unixText(inputs.at(i)), {unixText(outputs.at(i))}});
    return tests;
}

QStringList solutionsIn(FieldReader &reader)
{
    FieldReader lists = reader.object(u"solutions"_s);
    const QStringList codes = lists.texts(u"solution"_s);
    const QJsonArray languages = lists.array(u"language"_s);
    if (codes.size() != languages.size())
        reader.complain(
            u"\"solutions\" has %1 languages and %2 solutions. Fetch the file again."_s.arg(languages.size()).arg(codes.size()));
    reader.takeProblems(lists);
    QStringList python;
    for (qsizetype i = 0; i < std::min(codes.size(), languages.size()); ++i) {
        if (languages.at(i).toInt() == Python3)
            python.append(codes.at(i));
    }
    return python;
}

Limits limitsIn(FieldReader &reader)
{
    Limits limits;
    if (reader.has(u"time_limit"_s)) {
        FieldReader time = reader.object(u"time_limit"_s);
        const double ms = 1000 * time.number(u"seconds"_s, 0, 0, 3600) + time.number(u"nanos"_s, 0, 0, 1e9) / 1e6;
        if (ms > 0)
            limits.cpuMs = std::clamp(qRound(ms), EasiestMs, SlowestMs);
        reader.takeProblems(time);
    }
    const double bytes = reader.number(u"memory_limit_bytes"_s, 0, 0, 1e15);
    if (bytes > 0)
        limits.memoryMb = std::clamp(int(std::min(bytes / MiB, 1e6)), 16, 1 << 20);
    return limits;
}

int difficultyOf(double rating)
{
    return rating <= 0 ? 0 : rating < 1200 ? 1 : rating < 1600 ? 2 : rating < 2000 ? 3 : rating < 2400 ? 4 : 5;
}

struct Problem {
    Task task;
    bool referencesCut = false;
    QString skipped;
};

Result<Problem> problemOf(const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    Problem problem;
    Task &task = problem.task;
    task.kind = TaskKind::Program;
    task.key = reader.text(u"name"_s);
    task.statement = unixText(reader.text(u"description"_s)).trimmed();
    task.visibleTests = testsIn(reader, u"public_tests"_s, u"public"_s);
    task.hiddenTests = testsIn(reader, u"private_tests"_s, u"private"_s) + testsIn(reader, u"generated_tests"_s, u"generated"_s);
    task.limits = limitsIn(reader);
    task.tags = reader.texts(u"cf_tags"_s);
    task.tags.removeAll(QString());
    task.difficulty = difficultyOf(reader.number(u"cf_rating"_s, 0, 0, 1e5));
    task.released = u"2022-02-02"_s;
    const PythonReferences references = pythonReferences(solutionsIn(reader), {});
    task.references = references.programs;
    problem.referencesCut = references.cut;
    const QString files = reader.text(u"input_file"_s) + reader.text(u"output_file"_s);
    if (const Status whole = wholeRecord(
            reader, {u"name"_s, u"description"_s, u"public_tests"_s, u"private_tests"_s}, u"CodeContests"_s, file, line.number);
        !whole)
        return std::unexpected(whole.error());
    if (task.hiddenTests.isEmpty())
        task.hiddenTests = task.visibleTests;
    if (!files.isEmpty())
        problem.skipped = u"it reads or writes the file \"%1\" instead of standard input and output"_s.arg(files);
    else if (task.hiddenTests.isEmpty())
        problem.skipped = u"it has no tests"_s;
    else if (task.statement.isEmpty())
        problem.skipped = u"its statement is empty"_s;
    return problem;
}

} // namespace

Result<SuiteContent> importCodeContests(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseCodeContests(bytes, path); });
}

Result<SuiteContent> parseCodeContests(const QByteArray &bytes, const QString &file)
{
    const auto lines = parseRecords(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    SuiteBuilder builder(publishedSuite(u"codecontests"_s, u"CodeContests"_s, u"CC-BY-4.0"_s, u"2022-02-02"_s));
    int cut = 0;
    for (const JsonLine &line : *lines) {
        auto problem = problemOf(line, file);
        if (!problem)
            return std::unexpected(problem.error());
        if (!problem->skipped.isEmpty()) {
            builder.skip(file, line.number, problem->task.key, problem->skipped);
            continue;
        }
        cut += problem->referencesCut ? 1 : 0;
        if (const Status added = builder.add(std::move(problem->task), file, line.number); !added)
            return std::unexpected(added.error());
    }
    if (cut > 0)
        builder.warn(u"%1: %2 problems have more than %3 solutions; the first %3 in Python 3 are kept"_s.arg(file).arg(cut).arg(
            MostReferences));
    return builder.finish(file);
}

} // namespace autodidact
