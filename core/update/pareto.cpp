#include "core/update/pareto.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonObject toObject(const std::map<int, bool> &greens)
{
    QJsonObject json;
    for (const auto &[task, green] : greens)
        json[QString::number(task)] = green;
    return json;
}

std::map<int, bool> fromObject(const QJsonObject &json)
{
    std::map<int, bool> greens;
    for (auto it = json.begin(); it != json.end(); ++it)
        greens[it.key().toInt()] = it.value().toBool();
    return greens;
}

/// \p earlier: whether A comes first, so that of two equal scores one stays.
bool beats(const RaceScore &a, const RaceScore &b, bool earlier)
{
    bool more = false;
    for (const auto &[task, green] : b.candidate) {
        const auto other = a.candidate.find(task);
        if (other == a.candidate.end() || (green && !other->second))
            return false;
        more = more || (!green && other->second);
    }
    return more || earlier;
}

} // namespace

int RaceScore::greens() const
{
    return int(std::ranges::count_if(candidate, [](const auto &entry) { return entry.second; }));
}

QList<int> RaceScore::wins() const
{
    QList<int> tasks;
    for (const auto &[task, green] : candidate) {
        const auto before = incumbent.find(task);
        if (green && before != incumbent.end() && !before->second)
            tasks.append(task);
    }
    return tasks;
}

QJsonObject RaceScore::toJson() const
{
    return {{u"candidate"_s, toObject(candidate)}, {u"incumbent"_s, toObject(incumbent)}};
}

std::optional<RaceScore> RaceScore::of(const Update &update)
{
    const QJsonObject race = update.validation[u"race"_s].toObject();
    if (race.isEmpty())
        return std::nullopt;
    return RaceScore{update.id, fromObject(race[u"candidate"_s].toObject()), fromObject(race[u"incumbent"_s].toObject())};
}

QList<RaceScore> paretoSet(const QList<RaceScore> &scores)
{
    QList<RaceScore> kept;
    for (qsizetype i = 0; i < scores.size(); ++i) {
        bool beaten = false;
        for (qsizetype j = 0; j < scores.size() && !beaten; ++j)
            beaten = j != i && beats(scores[j], scores[i], j < i);
        if (!beaten)
            kept.append(scores[i]);
    }
    return kept;
}

} // namespace autodidact
