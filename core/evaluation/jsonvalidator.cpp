#include "core/evaluation/reflectionjson.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Status fault(const QString &path, const QString &what)
{
    return fail(ErrorKind::BadInput, u"%1 %2"_s.arg(path.isEmpty() ? u"the answer"_s : u"\"%1\""_s.arg(path), what));
}

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == u"object")
        return value.isObject();
    if (type == u"array")
        return value.isArray();
    if (type == u"string")
        return value.isString();
    if (type == u"boolean")
        return value.isBool();
    if (type == u"integer")
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    return type == u"number" && value.isDouble();
}

Status validateString(const QString &text, const QJsonObject &schema, const QString &path)
{
    const int minimum = schema[u"minLength"_s].toInt(0);
    const int maximum = schema[u"maxLength"_s].toInt(std::numeric_limits<int>::max());
    if (text.trimmed().size() < minimum)
        return fault(path, u"is empty"_s);
    if (text.size() > maximum)
        return fault(path, u"has %1 characters; at most %2 are allowed"_s.arg(text.size()).arg(maximum));
    return {};
}

Status validateNumber(double number, const QJsonObject &schema, const QString &path)
{
    const QJsonValue minimum = schema[u"minimum"_s];
    const QJsonValue maximum = schema[u"maximum"_s];
    if ((minimum.isDouble() && number < minimum.toDouble()) || (maximum.isDouble() && number > maximum.toDouble()))
        return fault(path, u"is %1; allowed is %2 to %3"_s.arg(number).arg(minimum.toDouble()).arg(maximum.toDouble()));
    return {};
}

Status validateArray(const QJsonArray &array, const QJsonObject &schema, const QString &path)
{
    const QJsonValue maximum = schema[u"maxItems"_s];
    if (maximum.isDouble() && array.size() > maximum.toInt())
        return fault(path, u"has %1 items; at most %2 are allowed"_s.arg(array.size()).arg(maximum.toInt()));
    const QJsonObject items = schema[u"items"_s].toObject();
    for (qsizetype i = 0; i < array.size() && !items.isEmpty(); ++i) {
        if (const auto valid = validateJson(array[i], items, u"%1[%2]"_s.arg(path).arg(i)); !valid)
            return valid;
    }
    return {};
}

Status validateObject(const QJsonObject &object, const QJsonObject &schema, const QString &path)
{
    const QString prefix = path.isEmpty() ? QString() : path + u'.';
    for (const QJsonValue &key : schema[u"required"_s].toArray()) {
        if (!object.contains(key.toString()))
            return fault(path, u"lacks the key \"%1\""_s.arg(key.toString()));
    }
    const QJsonObject properties = schema[u"properties"_s].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (!object.contains(it.key()))
            continue;
        if (const auto valid = validateJson(object[it.key()], it->toObject(), prefix + it.key()); !valid)
            return valid;
    }
    return {};
}

} // namespace

Status validateJson(const QJsonValue &value, const QJsonObject &schema, const QString &path)
{
    const QString type = schema[u"type"_s].toString();
    if (!type.isEmpty() && !hasType(value, type))
        return fault(path, u"is not of type %1"_s.arg(type));
    const QJsonArray choices = schema[u"enum"_s].toArray();
    if (!choices.isEmpty() && !choices.contains(value)) {
        QStringList names;
        for (const QJsonValue &choice : choices)
            names.append(choice.toVariant().toString());
        return fault(path, u"is none of: %1"_s.arg(names.join(u", "_s)));
    }
    if (value.isObject())
        return validateObject(value.toObject(), schema, path);
    if (value.isArray())
        return validateArray(value.toArray(), schema, path);
    if (value.isString())
        return validateString(value.toString(), schema, path);
    if (value.isDouble())
        return validateNumber(value.toDouble(), schema, path);
    return {};
}

} // namespace autodidact
