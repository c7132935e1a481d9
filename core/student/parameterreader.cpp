#include "core/student/parameterreader.h"

#include "core/base/json.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

ParameterReader::ParameterReader(const QJsonObject &object, QString path, QStringList &problems)
    : m_object(object)
    , m_path(std::move(path))
    , m_problems(&problems)
{
}

void ParameterReader::complain(const QString &key, const QString &problem)
{
    m_problems->append(m_path + key + u' ' + problem);
}

QJsonValue ParameterReader::take(const QString &key)
{
    m_asked.append(key);
    if (!has(key))
        complain(key, u"is missing"_s);
    return m_object.value(key);
}

double ParameterReader::number(const QString &key, double low, double high)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return low;
    if (!value.isDouble() || !(value.toDouble() >= low && value.toDouble() <= high))
        complain(key, u"must be a number from %1 to %2"_s.arg(low).arg(high));
    return value.toDouble();
}

int ParameterReader::whole(const QString &key, int low, int high)
{
    const double value = number(key, low, high);
    if (value != std::floor(value))
        complain(key, u"must be whole"_s);
    return int(value);
}

bool ParameterReader::flag(const QString &key)
{
    const QJsonValue value = take(key);
    if (has(key) && !value.isBool())
        complain(key, u"must be true or false"_s);
    return value.toBool();
}

QString ParameterReader::text(const QString &key)
{
    const QString value = take(key).toString();
    if (has(key) && value.isEmpty())
        complain(key, u"must be a text"_s);
    return value;
}

ParameterReader ParameterReader::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (has(key) && !value.isObject())
        complain(key, u"must be an object"_s);
    return {value.toObject(), m_path + key + u'.', *m_problems};
}

QList<ParameterReader> ParameterReader::objects(const QString &key)
{
    QList<ParameterReader> list;
    const QJsonArray array = take(key).toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        list.append({array[i].toObject(), u"%1%2[%3]."_s.arg(m_path, key).arg(i), *m_problems});
    if (has(key) && list.isEmpty())
        complain(key, u"must be a list of objects, and not empty"_s);
    return list;
}

QStringList ParameterReader::texts(const QString &key)
{
    return toStringList(take(key).toArray());
}

void ParameterReader::finish()
{
    for (auto member = m_object.begin(); member != m_object.end(); ++member) {
        if (!m_asked.contains(member.key()) && !member.key().startsWith(u'_'))
            complain(member.key(), u"is not known"_s);
    }
}

} // namespace autodidact
