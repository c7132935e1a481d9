#include "core/tasks/humanevalximporter.h"

#include "core/tasks/humanevalxtask.h"
#include "core/tasks/suitebuilder.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

SuiteBuilder begun()
{
    return SuiteBuilder(publishedSuite(u"humaneval-x"_s, u"HumanEval-X"_s, u"Apache-2.0"_s, u"2022-09-01"_s));
}

Result<HumanEvalXRecord> readRecord(const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    HumanEvalXRecord record{reader.text(u"task_id"_s), reader.text(u"prompt"_s), reader.text(u"declaration"_s),
        reader.text(u"canonical_solution"_s), reader.text(u"test"_s), reader.text(u"example_test"_s)};
    if (const Status whole =
            wholeRecord(reader, {u"task_id"_s, u"prompt"_s, u"declaration"_s, u"test"_s}, u"HumanEval-X"_s, file, line.number);
        !whole)
        return std::unexpected(whole.error());
    if (record.key.section(u'/', 1).isEmpty())
        return refuse(
            file, line.number, u"the task_id \"%1\" is not of the form Python/0. Fetch the file again."_s.arg(record.key));
    if (record.exampleTest.trimmed() == "None"_L1)
        record.exampleTest.clear();
    return record;
}

Status addFile(SuiteBuilder &builder, const QByteArray &bytes, const QString &file)
{
    const auto lines = parseJsonLines(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    for (const JsonLine &line : *lines) {
        const auto record = readRecord(line, file);
        if (!record)
            return std::unexpected(record.error());
        auto made = humanEvalXTask(*record);
        if (!made)
            return fail(made.error().kind, u"%1: %2"_s.arg(placeOf(file, line.number), made.error().detail));
        if (!made->skipped.isEmpty()) {
            builder.skip(file, line.number, record->key, made->skipped);
            continue;
        }
        for (const QString &warning : std::as_const(made->warnings))
            builder.warn(u"%1: %2: %3"_s.arg(placeOf(file, line.number), record->key, warning));
        if (const Status added = builder.add(std::move(made->task), file, line.number); !added)
            return added;
    }
    return {};
}

/// The files of a checkout, Python first: repeats in other languages are repeats of it.
QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator iterator(folder, {u"humaneval_*.jsonl"_s, u"humaneval_*.jsonl.gz"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files.append(iterator.next());
    files.sort();
    std::ranges::stable_partition(
        files, [](const QString &file) { return QFileInfo(file).fileName().startsWith("humaneval_python"_L1); });
    return files;
}

} // namespace

Result<SuiteContent> importHumanEvalX(const QString &path)
{
    SuiteBuilder builder = begun();
    for (const QString &file : QFileInfo(path).isDir() ? filesBelow(path) : QStringList{path}) {
        const auto bytes = readPlainOrGzip(file);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (const Status added = addFile(builder, *bytes, file); !added)
            return std::unexpected(added.error());
    }
    builder.linkLanguages();
    return builder.finish(path);
}

Result<SuiteContent> parseHumanEvalX(const QByteArray &bytes, const QString &file)
{
    SuiteBuilder builder = begun();
    if (const Status added = addFile(builder, bytes, file); !added)
        return std::unexpected(added.error());
    builder.linkLanguages();
    return builder.finish(file);
}

} // namespace autodidact
