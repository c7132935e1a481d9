#pragma once

#include "core/events/codec.h"

#include <QJsonArray>
#include <QJsonObject>

namespace autodidact {

/// Reads the fields of one line of a file; the first fault is kept. What is absent has its default.
class JsonLineReader {
public:
    JsonLineReader(const QJsonObject &object, const QString &where)
        : m_object(object)
        , m_where(where)
    {
    }

    bool has(const QString &key) const { return m_object.contains(key); }
    QString text(const QString &key, const QString &fallback = {});
    QString requiredText(const QString &key);
    bool flag(const QString &key);
    double real(const QString &key);
    int whole(const QString &key, int least = 0);
    QStringList list(const QString &key);
    QList<qint64> numbers(const QString &key);
    QDateTime time(const QString &key);
    QJsonObject object(const QString &key);

    /// \p name is the field's text; \p words give the values' names.
    template<typename Value, typename Word>
    Value oneOf(
        const QString &key, const QString &name, std::initializer_list<Value> values, Word word)
    {
        QStringList names;
        for (const Value allowed : values) {
            if (word(allowed) == name)
                return allowed;
            names.append(word(allowed));
        }
        fault(key, QStringLiteral("one of ") + names.join(QStringLiteral(", ")));
        return *values.begin();
    }

    void fault(const QString &key, const QString &wanted);

    /// "file:3: \"uses\" must be …"; empty when there is none.
    const QString &firstFault() const { return m_fault; }

private:
    QJsonValue checked(const QString &key, bool (QJsonValue::*fits)() const, const QString &wanted);

    const QJsonObject &m_object;
    QString m_where;
    QString m_fault;
};

} // namespace autodidact
