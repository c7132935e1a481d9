#include "core/tasks/githubissueimporter.h"

#include "core/tasks/jsonslices.h"
#include "core/tasks/suitebuilder.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// "owner/project" out of an address of the site or of its interface.
QString repositoryIn(const QString &text)
{
    static const QRegularExpression address(u"github\\.com/(?:repos/)?([\\w.-]+/[\\w.-]+)"_s);
    QString name = address.match(text).captured(1);
    while (name.endsWith(u'.'))
        name.chop(1);
    return name.endsWith(".git"_L1) ? name.chopped(4) : name;
}

int numberIn(const QString &text)
{
    static const QRegularExpression address(u"github\\.com/[\\w./-]+/issues/(\\d+)"_s);
    return address.match(text).captured(1).toInt();
}

/// Names out of texts, or out of objects that have one.
QStringList namesIn(const QJsonValue &list, const QString &key)
{
    QStringList names;
    for (const QJsonValue &value : list.toArray()) {
        const QString name = value.isString() ? value.toString() : value.toObject().value(key).toString();
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    return names;
}

Task taskFor(const QString &title, const QString &body, const QString &repository, int number, const QString &fallback)
{
    Task task;
    task.kind = TaskKind::Repository;
    task.isolation = Isolation::InProcess;
    task.title = title;
    task.key = repository.isEmpty() ? fallback
        : number > 0                ? u"%1#%2"_s.arg(repository).arg(number)
                                    : u"%1#%2"_s.arg(repository, fallback);
    task.statement = body.trimmed().isEmpty() ? title : title + u"\n\n"_s + body.trimmed();
    task.repository.name = repository.isEmpty() ? u"local/"_s + fallback : repository;
    return task;
}

Status addRecord(SuiteBuilder &builder, const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    const QString title = unixText(reader.text(u"title"_s)).trimmed();
    const QString body = unixText(reader.text(u"body"_s));
    const int number = int(reader.number(u"number"_s, 0, 1, 1e9));
    QString repository;
    for (const QString &key : {u"repository_url"_s, u"html_url"_s, u"url"_s}) {
        const QString name = repositoryIn(reader.text(key));
        repository = repository.isEmpty() ? name : repository;
    }
    const QString created = reader.has(u"created_at"_s) ? reader.text(u"created_at"_s) : reader.text(u"createdAt"_s);
    if (const Status whole = wholeRecord(reader, {u"title"_s, u"number"_s}, u"a GitHub issue"_s, file, line.number); !whole)
        return whole;
    if (title.isEmpty() || repository.isEmpty()) {
        return refuse(file, line.number,
            title.isEmpty() ? u"\"title\" is empty. Export the issue again."_s
                            : u"no address of a repository is there. Add \"repository_url\" or \"html_url\"."_s);
    }
    Task task = taskFor(title, body, repository, number, QString::number(number));
    task.released = created.left(10);
    task.tags = namesIn(line.object.value("labels"_L1), u"name"_s);
    for (const QString &comment : namesIn(line.object.value("comments"_L1), u"body"_s))
        task.statement += u"\n\nComment:\n\n"_s + unixText(comment);
    if (line.object.value("pull_request"_L1).isObject()) {
        builder.skip(file, line.number, task.key, u"it is a pull request"_s);
        return {};
    }
    return builder.add(std::move(task), file, line.number);
}

Status addText(SuiteBuilder &builder, const QByteArray &bytes, const QString &file)
{
    QString text = unixText(QString::fromUtf8(bytes)).remove(QChar::ByteOrderMark).trimmed();
    if (!bytes.isValidUtf8())
        return refuse(file, 1, u"it is not valid UTF-8. Save the file as UTF-8."_s);
    if (text.isEmpty())
        return refuse(file, 1, u"the file is empty. Its first line must be the title of the issue, the rest its text."_s);
    QString title = text.section(u'\n', 0, 0).trimmed();
    while (title.startsWith(u'#') || title.startsWith(u' '))
        title.removeFirst();
    return builder.add(taskFor(title.isEmpty() ? u"Issue"_s : title, text.section(u'\n', 1), repositoryIn(text), numberIn(text),
                           QFileInfo(file).completeBaseName()),
        file, 1);
}

/// One object over several lines, which JSON lines are not.
std::optional<JsonLine> soleObject(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isObject() ? std::optional(JsonLine{1, document.object()}) : std::nullopt;
}

} // namespace

Result<SuiteContent> importGithubIssue(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseGithubIssue(bytes, path); });
}

Result<SuiteContent> parseGithubIssue(const QByteArray &bytes, const QString &file)
{
    QByteArray text = bytes;
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    SuiteBuilder builder(publishedSuite(u"github-issue"_s, u"GitHub issues"_s, QString(), QString()));
    const QByteArray trimmed = text.trimmed();
    // "[Bug] It fails" is a title.
    if (trimmed.startsWith('{')
        || (trimmed.startsWith('[') && (trimmed.size() < 2 || QByteArrayView("{] \t\r\n").contains(trimmed.at(1))))) {
        const auto sole = text.isValidUtf8() ? soleObject(text) : std::nullopt;
        const auto lines = sole ? Result<QList<JsonLine>>(QList<JsonLine>{*sole}) : parseRecords(text, file);
        if (!lines)
            return std::unexpected(lines.error());
        for (const JsonLine &line : *lines) {
            if (const Status added = addRecord(builder, line, file); !added)
                return std::unexpected(added.error());
        }
    } else if (const Status added = addText(builder, text, file); !added) {
        return std::unexpected(added.error());
    }
    builder.warn(
        u"%1: an issue has no tests: give each task the folder of a local clone, the base commit, and the tests "
         "that must turn green"_s
            .arg(file));
    return builder.finish(file);
}

} // namespace autodidact
