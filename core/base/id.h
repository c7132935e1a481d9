#pragma once

#include <QtTypes>

#include <compare>
#include <functional>

namespace autodidact {

/// A database row id that cannot be mixed up with another noun's. 0 means "not stored yet".
template<typename Tag>
struct Id {
    qint64 value = 0;

    constexpr bool isValid() const { return value > 0; }
    constexpr auto operator<=>(const Id &) const = default;
};

template<typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return std::hash<qint64>{}(id.value) ^ seed;
}

using SuiteId = Id<struct SuiteTag>;
using TaskId = Id<struct TaskTag>;
using RunId = Id<struct RunTag>;
using AttemptId = Id<struct AttemptTag>;
using MemoryId = Id<struct MemoryTag>;
using MemorySetId = Id<struct MemorySetTag>;
using UpdateId = Id<struct UpdateTag>;

} // namespace autodidact

template<typename Tag>
struct std::hash<autodidact::Id<Tag>> {
    size_t operator()(autodidact::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value); }
};
