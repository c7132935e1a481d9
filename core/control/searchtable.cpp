#include "core/control/searchtable.h"

#include "core/search/strategysearch.h"
#include "core/storage/eventstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString optionName(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble());
    QStringList parts;
    for (const QJsonValue &part : value.toArray())
        parts.append(part.toString());
    return parts.isEmpty() ? u"none"_s : parts.join(u'+');
}

} // namespace

Result<QList<SearchRow>> searchRows(Database &database, const Run &run)
{
    const Result<QList<Event>> events = EventStore(database).ofKind(run.id, EventKind::SearchLearnt);
    if (!events)
        return std::unexpected(events.error());
    const ChoiceSpace space = ChoiceSpace::standard().only(run.config.choices.split(u',', Qt::SkipEmptyParts));
    QList<SearchRow> rows;
    for (const Event &event : *events) {
        const auto &learnt = std::get<SearchLearnt>(event.payload);
        StrategySearch search(space, {});
        const QString where = u"the strategy search of round %1"_s.arg(event.place.round);
        if (const Status loaded = search.load(learnt.table[u"states"_s].toObject(), where); !loaded)
            return std::unexpected(loaded.error());
        for (const auto &[context, states] : search.table()) {
            const QJsonObject weights = learnt.weights[context].toObject();
            if (weights.isEmpty())
                continue;                // what all languages share is within each
            for (const Dimension &dimension : space.dimensions) {
                const auto state = states.find(dimension.name);
                if (state == states.end())
                    continue;
                const QJsonArray numbers = weights[dimension.name].toArray();
                for (qsizetype i = 0; i < dimension.options.size(); ++i) {
                    const OptionState &option = state->second.options.at(i);
                    rows.append({event.place.round, context, dimension.name, optionName(dimension.options[i]), numbers.at(i).toDouble(),
                                 option.picks, option.pulls, option.pulls > 0 ? option.reward / option.pulls : 0.0});
                }
            }
        }
    }
    return rows;
}

} // namespace autodidact
