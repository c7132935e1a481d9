#include "core/memory/distiller.h"

#include "core/base/random.h"
#include "core/evaluation/feedbacktext.h"
#include "core/evaluation/reflectionjson.h"
#include "core/memory/changedlines.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int MostLessons = 3;
constexpr int LongestAttempt = 24000; ///< characters of code that a reviewer is shown

QJsonObject lessonSchema()
{
    const auto text = [](int longest) {
        return QJsonObject{
            {u"type"_s, u"string"_s}, {u"minLength"_s, 1}, {u"maxLength"_s, longest}};
    };
    const QJsonObject lesson{{u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray{u"title"_s, u"content"_s}},
        {u"properties"_s,
            QJsonObject{{u"title"_s, text(200)},
                {u"when"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"maxLength"_s, 600}}},
                {u"content"_s, text(1200)}}}};
    return {{u"type"_s, u"object"_s}, {u"required"_s, QJsonArray{u"lessons"_s}},
        {u"properties"_s,
            QJsonObject{{u"lessons"_s,
                QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, lesson},
                    {u"maxItems"_s, MostLessons}}}}}};
}

/// A fence that the text cannot close.
QString fenced(const QString &language, const QString &text)
{
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + language + u'\n' + text.trimmed() + u'\n' + fence;
}

QString numbered(const QString &code)
{
    const QStringList lines = code.trimmed().left(LongestAttempt).split(u'\n');
    const int width = int(QString::number(lines.size()).size());
    QString out;
    for (qsizetype i = 0; i < lines.size(); ++i)
        out += u"%1  %2\n"_s.arg(i + 1, width).arg(lines.at(i));
    return out.chopped(1);
}

/// What the reflection asked for made the tests pass, so it may help again.
QList<Lesson> byRule(const SeenAttempt &red)
{
    if (!red.reflection || red.reflection->change.trimmed().isEmpty())
        return {};
    const QString cause = red.reflection->statedCause.trimmed();
    const QString error = toString(red.verdict.errorClass);
    return {
        {cause.isEmpty() ? u"What mended a %1 error"_s.arg(error) : u"What mended: %1"_s.arg(cause),
            u"when tests report a %1 error"_s.arg(error), red.reflection->change.trimmed()}};
}

} // namespace

Result<QList<ChatMessage>> distillerMessages(
    const Task &task, const SeenAttempt &red, const SeenAttempt &green)
{
    QFile file(u":/prompts/distil.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorKind::Internal, u"The prompt distil.md is not compiled into this program."_s);
    const Result<QString> change = changedLines(red.attempt.code, green.attempt.code);
    if (!change)
        return std::unexpected(change.error());
    const QString user = u"## Task\n"_s + task.statement.trimmed() + u"\n\n## Attempt\n"_s
        + fenced(task.kind == TaskKind::Repository ? u"diff"_s : toString(task.language),
            numbered(red.attempt.code))
        + u"\n\n## Test results\n"_s + feedbackText(red).trimmed() + u"\n\n## What mended it\n"_s
        + fenced(u"diff"_s, *change) + u'\n';
    return QList<ChatMessage>{
        {ChatRole::System, QString::fromUtf8(file.readAll()).trimmed()}, {ChatRole::User, user}};
}

Result<QList<Lesson>> parseLessons(const QString &answer)
{
    const Result<QJsonObject> object = extractJsonObject(answer);
    if (!object)
        return std::unexpected(object.error());
    if (const Status valid = validateJson(*object, lessonSchema()); !valid)
        return std::unexpected(valid.error());
    QList<Lesson> lessons;
    const QJsonArray array = object->value(u"lessons"_s).toArray();
    for (const QJsonValue &value : array) {
        lessons.append({value[u"title"_s].toString().trimmed(),
            value[u"when"_s].toString().trimmed(), value[u"content"_s].toString().trimmed()});
    }
    return lessons;
}

Result<Distilled> Distiller::distil(const Task &task, const SeenAttempt &red,
    const SeenAttempt &green, std::stop_token stop, const ChatObserver &observer) const
{
    const auto messages = distillerMessages(task, red, green);
    if (!messages)
        return std::unexpected(messages.error());
    const Place &place = green.attempt.place;
    ChatRequest request;
    request.role = ModelRole::Reflector;
    request.messages = *messages;
    request.temperature = m_settings.temperature;
    request.maxTokens = m_settings.maxTokens;
    request.seed = Random::seedOf(
        {m_settings.seed, place.round, qint64(place.phase), place.task, place.attempt}, "distil");
    request.schema = lessonSchema();
    const Result<ChatReply> reply = m_model.complete(request, observer, stop);
    if (!reply)
        return std::unexpected(reply.error());
    if (const auto lessons = parseLessons(reply->text))
        return Distilled{*lessons, ReflectionOrigin::Model, reply->usage};
    return Distilled{byRule(red), ReflectionOrigin::RuleBased, reply->usage};
}

} // namespace autodidact
