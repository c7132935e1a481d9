#pragma once

#include "core/events/codec.h"
#include "core/events/codecnames.h"

#include <QDateTime>

#include <concepts>

namespace autodidact {

/// `fields(archive, value)` in fields.h lists a type's fields once; ArchiveWriter and ArchiveReader walk that list, so writing
/// and reading cannot drift apart. T is const for the ArchiveWriter.
template<typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template<typename T>
inline constexpr bool isId = false;
template<typename Tag>
inline constexpr bool isId<Id<Tag>> = true;

template<typename T>
inline constexpr bool isOptional = false;
template<typename T>
inline constexpr bool isOptional<std::optional<T>> = true;

template<typename T>
inline constexpr bool isList = false;
template<typename T>
inline constexpr bool isList<QList<T>> = true;

/// Turns a value's fields into a JSON object.
class ArchiveWriter
{
public:
    ArchiveWriter(JsonForm form, const QJsonObject *defaults) : m_form(form), m_defaults(defaults) {}

    /// Row ids and clock times are local to a database: left out of the portable form.
    template<typename T>
    void operator()(QLatin1StringView name, const T &value)
    {
        if (!(isId<T> || std::same_as<T, QDateTime>) || m_form == JsonForm::Full)
            insert(name, encode(value, m_form));
    }

    /// A field that the portable form leaves out: it says something about this machine only.
    template<typename T>
    void local(QLatin1StringView name, const T &value)
    {
        if (m_form == JsonForm::Full)
            (*this)(name, value);
    }

    /// A row id that stays in the portable form, because its reader maps it.
    template<typename Tag>
    void mapped(QLatin1StringView name, const Id<Tag> &value) { insert(name, value.value); }
    template<typename Tag>
    void mapped(QLatin1StringView name, const QList<Id<Tag>> &values) { insert(name, encode(values, m_form)); }

    /// An enum whose unknown words are read as its first value: a text beside it says the same.
    template<typename T>
    void tolerant(QLatin1StringView name, const T &value) { (*this)(name, value); }

    template<typename T>
    static QJsonObject write(const T &value, JsonForm form)
    {
        static const QJsonObject defaults = [] {
            ArchiveWriter writer(JsonForm::Full, nullptr);
            fields(writer, std::as_const(*std::make_unique<T>()));
            return writer.m_object;
        }();
        ArchiveWriter writer(form, &defaults);
        fields(writer, value);
        return writer.m_object;
    }

    template<typename T>
    static QJsonValue encode(const T &value, JsonForm form);

private:
    static bool isEmpty(const QJsonValue &json)
    {
        return json.isNull() || (json.isString() && json.toString().isEmpty())
            || (json.isArray() && json.toArray().isEmpty()) || (json.isObject() && json.toObject().isEmpty());
    }

    /// What is empty here and by default need not be written.
    void insert(QLatin1StringView name, const QJsonValue &json)
    {
        if (!m_defaults || !isEmpty(json) || m_defaults->value(name) != json)
            m_object.insert(name, json);
    }

    JsonForm m_form;
    const QJsonObject *m_defaults;
    QJsonObject m_object;
};

template<typename T>
QJsonValue ArchiveWriter::encode(const T &value, JsonForm form)
{
    if constexpr (std::same_as<T, bool> || std::same_as<T, QString> || std::same_as<T, double>) {
        return value;
    } else if constexpr (std::integral<T>) {
        return qint64(value);
    } else if constexpr (std::is_enum_v<T>) {
        return QString(wordOf(value));
    } else if constexpr (isId<T>) {
        return value.value;
    } else if constexpr (std::same_as<T, QDateTime>) {
        return value.isValid() ? value.toUTC().toString(Qt::ISODateWithMs) : QString();
    } else if constexpr (isOptional<T>) {
        return value ? encode(*value, form) : QJsonValue();
    } else if constexpr (isList<T>) {
        QJsonArray array;
        for (const auto &element : value)
            array.append(encode(element, form));
        return array;
    } else if constexpr (std::same_as<T, QJsonObject>) {
        return value;
    } else {
        return write(value, form);
    }
}

/// Fills a value's fields from a JSON object; remembers the first thing that does not fit.
class ArchiveReader
{
public:
    ArchiveReader(const QJsonObject &object, QString &error) : m_object(object), m_error(error) {}

    template<typename T>
    void operator()(QLatin1StringView name, T &value)
    {
        const QJsonValue json = m_object.value(name);
        if (json.isUndefined() || !m_error.isEmpty())
            return;
        decode(json, value, m_error);
        if (!m_error.isEmpty())
            m_error = name + u": "_s + m_error;
    }

    template<typename T>
    void local(QLatin1StringView name, T &value) { (*this)(name, value); }
    template<typename T>
    void mapped(QLatin1StringView name, T &value) { (*this)(name, value); }

    template<typename T>
    void tolerant(QLatin1StringView name, T &value)
    {
        value = valueOf<T>(m_object.value(name).toString()).value_or(T());
    }

    template<typename T>
    static void decode(const QJsonValue &json, T &value, QString &error);

private:
    const QJsonObject &m_object;
    QString &m_error;
};

template<typename T>
void ArchiveReader::decode(const QJsonValue &json, T &value, QString &error)
{
    const auto expect = [&error](bool fits, QLatin1StringView what) {
        if (!fits)
            error = u"%1 is expected"_s.arg(what);
        return fits;
    };
    if constexpr (std::same_as<T, bool>) {
        if (expect(json.isBool(), "true or false"_L1))
            value = json.toBool();
    } else if constexpr (std::same_as<T, QString>) {
        if (expect(json.isString(), "a text"_L1))
            value = json.toString();
    } else if constexpr (std::same_as<T, double>) {
        if (expect(json.isDouble(), "a number"_L1))
            value = json.toDouble();
    } else if constexpr (std::integral<T>) {
        if (expect(json.isDouble(), "a number"_L1))
            value = T(json.toInteger());
    } else if constexpr (std::is_enum_v<T>) {
        const std::optional<T> known = valueOf<T>(json.toString());
        if (known)
            value = *known;
        else
            error = u"unknown value \"%1\""_s.arg(json.toVariant().toString());
    } else if constexpr (isId<T>) {
        if (expect(json.isDouble(), "a number"_L1))
            value.value = json.toInteger();
    } else if constexpr (std::same_as<T, QDateTime>) {
        value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
        expect(value.isValid() || json.toString().isEmpty(), "an ISO date and time"_L1);
    } else if constexpr (isOptional<T>) {
        value.reset();
        if (!json.isNull())
            decode(json, value.emplace(), error);
    } else if constexpr (isList<T>) {
        value.clear();
        if (expect(json.isArray(), "a list"_L1)) {
            const QJsonArray array = json.toArray();
            for (const QJsonValue &element : array)
                decode(element, value.emplaceBack(), error);
        }
    } else if constexpr (std::same_as<T, QJsonObject>) {
        if (expect(json.isObject(), "an object"_L1))
            value = json.toObject();
    } else if (expect(json.isObject(), "an object"_L1)) {
        const QJsonObject object = json.toObject();
        ArchiveReader reader(object, error);
        fields(reader, value);
    }
}

} // namespace autodidact
