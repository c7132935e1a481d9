#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <list>

namespace autodidact {

/// Reads the fields of one JSON object, and notes what has the wrong type or was never asked for.
class FieldReader
{
public:
    explicit FieldReader(QJsonObject object, QString path = {});

    bool has(const QString &key) const { return m_object.contains(key) && !m_object.value(key).isNull(); }
    QString text(const QString &key);                       ///< empty when absent
    QStringList texts(const QString &key);
    QJsonArray array(const QString &key);                   ///< empty when absent
    bool flag(const QString &key);                          ///< false when absent
    double number(const QString &key, double usual, double lowest, double highest);
    FieldReader object(const QString &key);                 ///< empty when absent
    std::list<FieldReader> objects(const QString &key);     ///< the objects of an array

    void complain(const QString &problem) { m_problems.append(problem); }
    void takeProblems(const FieldReader &part);             ///< problems and unknown keys of a part
    QStringList problems() const { return m_problems; }
    QStringList unknownKeys() const;                        ///< sorted

private:
    QString nameOf(const QString &key) const { return m_path + key; }
    void complainOfType(const QString &key, const QString &wanted);

    QJsonObject m_object;
    QString m_path;              ///< "limits." inside an object, for messages
    QSet<QString> m_asked;
    QStringList m_problems;
    QStringList m_unknownInParts;
};

} // namespace autodidact
