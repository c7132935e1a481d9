#include "core/tasks/suitefile.h"

#include "core/base/json.h"
#include "core/tasks/fieldreader.h"
#include "core/tasks/jsonlines.h"
#include "core/tasks/taskjson.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int FormatVersion = 1;
constexpr qsizetype MostProblems = 10;
constexpr auto VersionKey = "autodidact_suite"_L1;

/// Collects problems and warnings of one file.
struct Findings {
    QString file;
    QStringList problems;
    QStringList warnings;

    void problem(int line, const QString &text) { problems.append(placeOf(file, line) + u": "_s + text); }
    void unknown(int line, const QStringList &keys)
    {
        for (const QString &key : keys)
            warnings.append(u"%1: the key \"%2\" is not known and was passed over"_s.arg(placeOf(file, line), key));
    }
};

Suite readHeader(const JsonLine &line, Findings &findings)
{
    FieldReader reader(line.object);
    Suite suite;
    if (reader.number(VersionKey, 0, 0, 1e6) != FormatVersion) {
        findings.problem(line.number,
            u"a suite file begins with a line {\"autodidact_suite\": 1, \"name\": …}; this one does not, "
            "or it is of a newer format. Add the header, or import it with the format it really has."_s);
        return suite;
    }
    suite.name = reader.text(u"name"_s);
    suite.version = reader.text(u"version"_s);
    suite.title = reader.text(u"title"_s);
    suite.description = reader.text(u"description"_s);
    suite.licence = reader.text(u"licence"_s);
    suite.released = reader.text(u"released"_s);
    suite.format = u"jsonl"_s;
    if (suite.name.isEmpty())
        reader.complain(u"\"name\" is missing. Give the suite a name."_s);
    for (const QString &problem : reader.problems())
        findings.problem(line.number, problem);
    findings.unknown(line.number, reader.unknownKeys());
    return suite;
}

/// Keys must be unique, and a repeat names an earlier task of its own group.
void checkRelations(const Task &task, int line, const QHash<QString, QString> &groupOfKey, Findings &findings)
{
    if (groupOfKey.contains(task.key))
        findings.problem(line, u"the id \"%1\" is used twice. Give every task its own id."_s.arg(task.key));
    if (task.repeatOf.isEmpty())
        return;
    if (!groupOfKey.contains(task.repeatOf))
        findings.problem(line, u"\"repeat_of\" names \"%1\", which is no earlier task. Name an earlier id."_s.arg(task.repeatOf));
    else if (groupOfKey.value(task.repeatOf) != task.groupKey())
        findings.problem(
            line, u"\"repeat_of\" names \"%1\" of another group. Give both tasks the same \"group\"."_s.arg(task.repeatOf));
}

} // namespace

Result<SuiteContent> readSuiteFile(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseSuite(bytes, path); });
}

Result<SuiteContent> parseSuite(const QByteArray &bytes, const QString &file)
{
    const auto lines = parseJsonLines(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    Findings findings{file, {}, {}};
    SuiteContent content;
    QHash<QString, QString> groupOfKey;
    if (lines->isEmpty())
        findings.problem(1, u"the file is empty. A suite has a header line and at least one task."_s);
    else
        content.suite = readHeader(lines->first(), findings);
    if (lines->size() == 1 && findings.problems.isEmpty())
        findings.problem(lines->first().number, u"the suite has no task. Add one task per line below the header."_s);
    for (qsizetype i = 1; i < lines->size() && findings.problems.size() < MostProblems; ++i) {
        const JsonLine &line = lines->at(i);
        const ParsedTask parsed = taskFromJson(line.object);
        for (const QString &problem : parsed.problems)
            findings.problem(line.number, problem);
        findings.unknown(line.number, parsed.unknownKeys);
        checkRelations(parsed.task, line.number, groupOfKey, findings);
        groupOfKey.insert(parsed.task.key, parsed.task.groupKey());
        content.tasks.append(parsed.task);
    }
    if (!findings.problems.isEmpty())
        return fail(ErrorKind::BadInput, findings.problems.first(std::min(MostProblems, findings.problems.size())).join(u'\n'));
    content.warnings = findings.warnings;
    seal(content);
    return content;
}

QByteArray writeSuite(const Suite &suite, const QList<Task> &tasks)
{
    QJsonObject header{{VersionKey, FormatVersion}, {u"name"_s, suite.name}};
    const auto put = [&header](const QString &key, const QString &value) {
        if (!value.isEmpty())
            header.insert(key, value);
    };
    put(u"version"_s, suite.version);
    put(u"title"_s, suite.title);
    put(u"description"_s, suite.description);
    put(u"licence"_s, suite.licence);
    put(u"released"_s, suite.released);
    QByteArray bytes = toJsonLine(header) + '\n';
    for (const Task &task : tasks)
        bytes += toJsonLine(taskToJson(task)) + '\n';
    return bytes;
}

} // namespace autodidact
