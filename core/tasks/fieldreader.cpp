#include "core/tasks/fieldreader.h"

using namespace Qt::StringLiterals;

namespace autodidact {

FieldReader::FieldReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

void FieldReader::complainOfType(const QString &key, const QString &wanted)
{
    complain(u"\"%1\" must be %2."_s.arg(nameOf(key), wanted));
}

QString FieldReader::text(const QString &key)
{
    m_asked.insert(key);
    if (has(key) && !m_object.value(key).isString())
        complainOfType(key, u"a text"_s);
    return m_object.value(key).toString();
}

QStringList FieldReader::texts(const QString &key)
{
    m_asked.insert(key);
    if (!has(key))
        return {};
    QStringList list;
    bool good = m_object.value(key).isArray();
    for (const QJsonValue &value : m_object.value(key).toArray()) {
        good = good && value.isString();
        list.append(value.toString());
    }
    if (!good)
        complainOfType(key, u"a list of texts"_s);
    return list;
}

QJsonArray FieldReader::array(const QString &key)
{
    m_asked.insert(key);
    if (has(key) && !m_object.value(key).isArray())
        complainOfType(key, u"a list"_s);
    return m_object.value(key).toArray();
}

bool FieldReader::flag(const QString &key)
{
    m_asked.insert(key);
    if (has(key) && !m_object.value(key).isBool())
        complainOfType(key, u"true or false"_s);
    return m_object.value(key).toBool();
}

double FieldReader::number(const QString &key, double usual, double lowest, double highest)
{
    m_asked.insert(key);
    if (!has(key))
        return usual;
    const QJsonValue value = m_object.value(key);
    if (!value.isDouble() || value.toDouble() < lowest || value.toDouble() > highest) {
        complainOfType(key, u"a number from %1 to %2"_s.arg(lowest).arg(highest));
        return usual;
    }
    return value.toDouble();
}

FieldReader FieldReader::object(const QString &key)
{
    m_asked.insert(key);
    if (has(key) && !m_object.value(key).isObject())
        complainOfType(key, u"an object"_s);
    return FieldReader(m_object.value(key).toObject(), nameOf(key) + u'.');
}

std::list<FieldReader> FieldReader::objects(const QString &key)
{
    m_asked.insert(key);
    std::list<FieldReader> readers;
    if (!has(key))
        return readers;
    bool good = m_object.value(key).isArray();
    for (const QJsonValue &value : m_object.value(key).toArray()) {
        good = good && value.isObject();
        readers.emplace_back(value.toObject(), nameOf(key) + u'.');
    }
    if (!good)
        complainOfType(key, u"a list of objects"_s);
    return readers;
}

void FieldReader::takeProblems(const FieldReader &part)
{
    m_problems += part.problems();
    for (const QString &key : part.unknownKeys()) {
        if (!m_unknownInParts.contains(key))
            m_unknownInParts.append(key);
    }
}

QStringList FieldReader::unknownKeys() const
{
    QStringList unknown = m_unknownInParts;
    for (const QString &key : m_object.keys()) {
        if (!m_asked.contains(key))
            unknown.append(nameOf(key));
    }
    unknown.sort();
    return unknown;
}

} // namespace autodidact
