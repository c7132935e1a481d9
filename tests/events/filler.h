#pragma once

#include "core/events/payloadfields.h"

#include <QTimeZone>

namespace autodidact {

/// Gives every field of a value something that is neither empty nor its default, each field something else.
/// It walks the same list of fields as the codec.
class Filler
{
public:
    explicit Filler(int start = 0) : m_next(start) {}

    template<typename T>
    void operator()(QLatin1StringView, T &value) { fill(value); }
    template<typename T>
    void local(QLatin1StringView, T &value) { fill(value); }
    template<typename T>
    void mapped(QLatin1StringView, T &value) { fill(value); }
    template<typename T>
    void tolerant(QLatin1StringView, T &value) { fill(value); }

    template<typename T>
    void fill(T &value)
    {
        const int n = ++m_next;
        if constexpr (std::same_as<T, bool>) {
            value = !value;
        } else if constexpr (std::same_as<T, QString>) {
            value = n % 3 == 0 ? u"长文本 with \"quotes\"\n"_s.repeated(9) + QString::number(n) : u"text %1"_s.arg(n);
        } else if constexpr (std::same_as<T, double>) {
            value = n + 0.125;
        } else if constexpr (std::integral<T>) {
            value = T(n + 100);
        } else if constexpr (std::is_enum_v<T>) {
            value = EnumWords<T>::list[size_t(n) % EnumWords<T>::list.size()].value;
        } else if constexpr (isId<T>) {
            value.value = n + 1000;
        } else if constexpr (std::same_as<T, QDateTime>) {
            value = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123 + n, QTimeZone::UTC);
        } else if constexpr (isOptional<T>) {
            fill(value.emplace());
        } else if constexpr (isList<T>) {
            value.clear();
            fill(value.emplaceBack());
            fill(value.emplaceBack());
        } else if constexpr (std::same_as<T, QJsonObject>) {
            value = {{u"n"_s, n}, {u"list"_s, QJsonArray{1, u"two"_s, QJsonValue()}}};
        } else {
            fields(*this, value);
        }
    }

    template<typename T>
    static T filled(int start = 0)
    {
        T value;
        Filler(start).fill(value);
        return value;
    }

private:
    int m_next;
};

} // namespace autodidact
