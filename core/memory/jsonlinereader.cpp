#include "core/memory/jsonlinereader.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isWhole(const QJsonValue &value, double least, double most)
{
    const double number = value.toDouble(-1);
    return value.isDouble() && std::floor(number) == number && number >= least && number <= most;
}

} // namespace

void JsonLineReader::fault(const QString &key, const QString &wanted)
{
    if (m_fault.isEmpty())
        m_fault = u"%1: \"%2\" must be %3"_s.arg(m_where, key, wanted);
}

QJsonValue JsonLineReader::checked(
    const QString &key, bool (QJsonValue::*fits)() const, const QString &wanted)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !(value.*fits)())
        fault(key, wanted);
    return value;
}

QString JsonLineReader::text(const QString &key, const QString &fallback)
{
    return checked(key, &QJsonValue::isString, u"a string"_s).toString(fallback);
}

QString JsonLineReader::requiredText(const QString &key)
{
    const QString value = text(key);
    if (value.trimmed().isEmpty())
        fault(key, u"a text that is not empty"_s);
    return value;
}

bool JsonLineReader::flag(const QString &key)
{
    return checked(key, &QJsonValue::isBool, u"true or false"_s).toBool(false);
}

double JsonLineReader::real(const QString &key)
{
    return checked(key, &QJsonValue::isDouble, u"a number"_s).toDouble(0);
}

int JsonLineReader::whole(const QString &key, int least)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return 0;
    if (!isWhole(value, least, std::numeric_limits<int>::max()))
        fault(key, u"a whole number from %1"_s.arg(least));
    return value.toInt();
}

QStringList JsonLineReader::list(const QString &key)
{
    QStringList texts;
    const QJsonArray array = checked(key, &QJsonValue::isArray, u"a list of strings"_s).toArray();
    for (const QJsonValue &entry : array) {
        if (!entry.isString())
            fault(key, u"a list of strings"_s);
        texts.append(entry.toString());
    }
    return texts;
}

QList<qint64> JsonLineReader::numbers(const QString &key)
{
    QList<qint64> values;
    const QJsonArray array = checked(key, &QJsonValue::isArray, u"a list of ids"_s).toArray();
    for (const QJsonValue &entry : array) {
        if (!isWhole(entry, 1, std::numeric_limits<int>::max()))
            fault(key, u"a list of ids"_s);
        values.append(entry.toInteger());
    }
    return values;
}

QDateTime JsonLineReader::time(const QString &key)
{
    const QString value = text(key);
    const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!value.isEmpty() && !time.isValid())
        fault(key, u"an ISO date and time"_s);
    return time;
}

QJsonObject JsonLineReader::object(const QString &key)
{
    return checked(key, &QJsonValue::isObject, u"an object"_s).toObject();
}

} // namespace autodidact
