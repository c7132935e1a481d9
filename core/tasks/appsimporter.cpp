#include "core/tasks/appsimporter.h"

#include "core/base/json.h"
#include "core/tasks/appsproblem.h"
#include "core/tasks/jsonslices.h"
#include "core/tasks/suitebuilder.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Adds problems to a suite, and counts what has more solutions than are kept.
class AppsReader
{
public:
    Status add(const AppsProblem &problem, const QString &testFile, int line)
    {
        Result<AppsTask> made = appsTask(problem);
        if (!made)
            return refuse(testFile, line, made.error().detail);
        if (!made->skipped.isEmpty()) {
            m_builder.skip(testFile, line, problem.key, made->skipped);
            return {};
        }
        m_cut += made->referencesCut ? 1 : 0;
        return m_builder.add(std::move(made->task), testFile, line);
    }

    Result<SuiteContent> finish(const QString &path)
    {
        if (m_cut > 0)
            m_builder.warn(
                u"%1: %2 problems have more than %3 solutions; the first %3 in Python 3 are kept"_s.arg(path).arg(m_cut).arg(
                    MostReferences));
        return m_builder.finish(path);
    }

private:
    SuiteBuilder m_builder{publishedSuite(u"apps"_s, u"APPS"_s, u"MIT"_s, u"2021-05-20"_s)};
    int m_cut = 0;
};

/// A list of texts that stands in a text of its own.
Result<QStringList> listIn(const QByteArray &json, const QString &place)
{
    QStringList texts;
    if (json.trimmed().isEmpty())
        return texts;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    bool good = document.isArray();
    for (const QJsonValue &value : document.array()) {
        good = good && value.isString();
        texts.append(value.toString());
    }
    if (!good)
        return fail(ErrorKind::BadInput, u"%1: the solutions are not a JSON list of texts. Fetch the set again."_s.arg(place));
    return texts;
}

Result<QByteArray> textFile(const QDir &folder, const QString &name)
{
    const QString path = folder.filePath(name);
    auto bytes = QFile::exists(path) ? readPlainOrGzip(path) : QByteArray();
    if (bytes && !bytes->isValidUtf8())
        return fail(ErrorKind::BadInput, u"%1: it is not valid UTF-8. Fetch the set again."_s.arg(placeOf(path, 1)));
    if (bytes && bytes->startsWith("\xef\xbb\xbf"))
        bytes->remove(0, 3);
    return bytes;
}

Result<AppsProblem> problemIn(const QDir &folder, const QString &key)
{
    AppsProblem problem{.key = key};
    const auto question = textFile(folder, u"question.txt"_s);
    const auto tests = textFile(folder, u"input_output.json"_s);
    const auto solutions = textFile(folder, u"solutions.json"_s);
    const auto starter = textFile(folder, u"starter_code.py"_s);
    const auto metadata = textFile(folder, u"metadata.json"_s);
    for (const auto *file : {&question, &tests, &solutions, &starter, &metadata}) {
        if (!*file)
            return std::unexpected(file->error());
    }
    const auto texts = listIn(*solutions, placeOf(folder.filePath(u"solutions.json"_s), 1));
    const auto about =
        parseJsonObject(metadata->isEmpty() ? QByteArray("{}") : *metadata, placeOf(folder.filePath(u"metadata.json"_s), 1));
    if (!texts || !about)
        return std::unexpected(texts ? about.error() : texts.error());
    if (question->trimmed().isEmpty())
        return refuse(folder.filePath(u"question.txt"_s), 1, u"the question is empty. Fetch the set again."_s);
    problem.question = QString::fromUtf8(*question);
    problem.inputOutput = *tests;
    problem.solutions = *texts;
    problem.starter = QString::fromUtf8(*starter);
    problem.difficulty = about->value("difficulty"_L1).toString();
    problem.url = about->value("url"_L1).toString();
    return problem;
}

Result<AppsProblem> problemOf(const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    AppsProblem problem;
    // Releases name the number problem_id or id.
    const QString number = reader.has(u"problem_id"_s) ? u"problem_id"_s : u"id"_s;
    problem.key = u"APPS/%1"_s.arg(int(reader.number(number, 0, 0, 1e6)), 4, 10, QChar(u'0'));
    problem.question = reader.text(u"question"_s);
    problem.inputOutput = reader.text(u"input_output"_s).toUtf8();
    problem.starter = reader.text(u"starter_code"_s);
    problem.difficulty = reader.text(u"difficulty"_s);
    problem.url = reader.text(u"url"_s);
    const QByteArray solutions = reader.text(u"solutions"_s).toUtf8();
    if (const Status whole = wholeRecord(reader, {number, u"question"_s, u"input_output"_s}, u"APPS"_s, file, line.number);
        !whole)
        return std::unexpected(whole.error());
    if (problem.question.trimmed().isEmpty())
        return refuse(file, line.number, u"\"question\" is empty. Fetch the set again."_s);
    const auto texts = listIn(solutions, placeOf(file, line.number));
    if (!texts)
        return std::unexpected(texts.error());
    problem.solutions = *texts;
    return problem;
}

QStringList problemFoldersBelow(const QString &path)
{
    QStringList folders;
    QDirIterator iterator(path, {u"question.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        folders.append(QFileInfo(iterator.next()).path());
    folders.sort();
    return folders;
}

} // namespace

Result<SuiteContent> importApps(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseApps(bytes, path); });
    AppsReader reader;
    const QDir root(path);
    for (const QString &folder : problemFoldersBelow(path)) {
        const QString name = root.relativeFilePath(folder);
        const auto problem = problemIn(QDir(folder), u"APPS/"_s + (name == "."_L1 ? QFileInfo(folder).fileName() : name));
        if (!problem)
            return std::unexpected(problem.error());
        if (const Status added = reader.add(*problem, QDir(folder).filePath(u"input_output.json"_s), 1); !added)
            return std::unexpected(added.error());
    }
    return reader.finish(path);
}

Result<SuiteContent> parseApps(const QByteArray &bytes, const QString &file)
{
    const auto lines = parseRecords(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    AppsReader reader;
    for (const JsonLine &line : *lines) {
        const auto problem = problemOf(line, file);
        if (!problem)
            return std::unexpected(problem.error());
        if (const Status added = reader.add(*problem, file, line.number); !added)
            return std::unexpected(added.error());
    }
    return reader.finish(file);
}

} // namespace autodidact
