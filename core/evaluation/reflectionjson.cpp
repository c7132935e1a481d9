#include "core/evaluation/reflectionjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// End (exclusive) of the balanced object that begins at \p from, or -1. Strings may hold braces.
qsizetype objectEnd(QStringView text, qsizetype from)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                inString = false;
        } else if (c == u'"') {
            inString = true;
        } else if (c == u'{') {
            ++depth;
        } else if (c == u'}' && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

QJsonObject stringSchema(int minimum, int maximum)
{
    return {{u"type"_s, u"string"_s}, {u"minLength"_s, minimum}, {u"maxLength"_s, maximum}};
}

QJsonObject objectSchema(const QJsonObject &properties, const QJsonArray &required)
{
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}};
}

QJsonObject arraySchema(const QJsonObject &items, int maximum)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}, {u"maxItems"_s, maximum}};
}

QJsonArray classNames()
{
    QJsonArray names;
    for (int value = int(ErrorClass::None); value < int(ErrorClass::Infrastructure); ++value)
        names.append(toString(static_cast<ErrorClass>(value)));
    return names;
}

QList<Lesson> readLessons(const QJsonArray &array)
{
    QList<Lesson> lessons;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        lessons.append({object[u"title"_s].toString().trimmed(), object[u"when"_s].toString().trimmed(),
                        object[u"content"_s].toString().trimmed()});
    }
    return lessons;
}

Reflection readReflection(const QJsonObject &object)
{
    Reflection reflection;
    reflection.json = object;
    reflection.whatFailed = object[u"what_failed"_s].toString().trimmed();
    reflection.why = object[u"why"_s].toString().trimmed();
    reflection.change = object[u"change"_s].toString().trimmed();
    reflection.statedClass = errorClassFromString(object[u"error_class"_s].toString());
    for (const QJsonValue &line : object[u"lines"_s].toArray())
        reflection.statedLines.append(line.toInt());
    reflection.statedCause = object[u"cause"_s].toString().trimmed();
    reflection.lessons = readLessons(object[u"lessons"_s].toArray());
    const QJsonValue score = object[u"style"_s].toObject()[u"score"_s];
    if (score.isDouble())
        reflection.styleScore = score.toDouble();
    reflection.prose = u"%1 %2 %3"_s.arg(reflection.whatFailed, reflection.why, reflection.change).trimmed();
    return reflection;
}

} // namespace

Result<QJsonObject> extractJsonObject(const QString &answer)
{
    QString fault = u"there is no JSON object in it"_s;
    // Every opening brace outside an object that parsed may begin the answer; prose may hold others.
    for (qsizetype open = answer.indexOf(u'{'); open >= 0; open = answer.indexOf(u'{', open + 1)) {
        const qsizetype end = objectEnd(answer, open);
        if (end < 0) {
            fault = u"the object that begins at character %1 is never closed"_s.arg(open + 1);
            // A cut answer: an inner object that is whole is not what was asked for.
            if (QStringView(answer).sliced(open + 1).trimmed().startsWith(u'"'))
                break;
            continue;
        }
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(answer.mid(open, end - open).toUtf8(), &error);
        if (document.isObject())
            return document.object();
        fault = u"%1 at byte %2 of the object"_s.arg(error.errorString()).arg(error.offset);
        // A broken inner object is no better an answer than the broken outer one.
        open = end - 1;
    }
    return fail(ErrorKind::BadInput, fault);
}

QJsonObject reflectionSchema()
{
    const QJsonObject lesson = objectSchema({{u"title"_s, stringSchema(1, 200)},
                                             {u"when"_s, stringSchema(0, 600)},
                                             {u"content"_s, stringSchema(1, 2000)}},
                                            {u"title"_s, u"content"_s});
    const QJsonObject style = objectSchema(
        {{u"score"_s, QJsonObject{{u"type"_s, u"number"_s}, {u"minimum"_s, 0}, {u"maximum"_s, 10}}},
         {u"reasons"_s, stringSchema(0, 1000)}},
        {u"score"_s});
    // 0 says "unknown" in many tools; the reflector drops lines that do not exist, so it is no fault worth a repair round.
    const QJsonObject line{{u"type"_s, u"integer"_s}, {u"minimum"_s, 0}, {u"maximum"_s, 100000}};
    return objectSchema({{u"what_failed"_s, stringSchema(1, 2000)},
                         {u"why"_s, stringSchema(1, 2000)},
                         {u"change"_s, stringSchema(1, 2000)},
                         {u"error_class"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"enum"_s, classNames()}}},
                         {u"lines"_s, arraySchema(line, 200)},
                         {u"cause"_s, stringSchema(0, 200)},
                         {u"lessons"_s, arraySchema(lesson, 3)},
                         {u"style"_s, style}},
                        {u"what_failed"_s, u"why"_s, u"change"_s, u"error_class"_s});
}

Result<Reflection> parseReflection(const QString &answer)
{
    const auto object = extractJsonObject(answer);
    if (!object)
        return std::unexpected(object.error());
    if (const auto valid = validateJson(*object, reflectionSchema()); !valid)
        return std::unexpected(valid.error());
    return readReflection(*object);
}

} // namespace autodidact
