#include "core/control/searchbook.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/events/codec.h"
#include "core/storage/eventstore.h"
#include "core/update/versiondiff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

BanditKind kindOf(const QString &search)
{
    return search == u"ucb1" ? BanditKind::Ucb1 : search == u"gradient" ? BanditKind::Softmax : BanditKind::Thompson;
}

/// What a version's strategy has in a dimension; -1 when that is none of the options.
qsizetype optionIn(const ChoiceSpace &space, const Dimension &dimension, const Strategy &strategy)
{
    for (qsizetype option = 0; option < dimension.options.size(); ++option) {
        if (const auto same = space.applied({{dimension.name, option}}, strategy); same && *same == strategy)
            return option;
    }
    return -1;
}

double meanOf(const OptionState &option)
{
    return option.pulls > 0 ? option.reward / option.pulls : 0;
}

} // namespace

QJsonObject picksToJson(const Picks &picks)
{
    QJsonObject json;
    for (const auto &[dimension, option] : picks)
        json[dimension] = qint64(option);
    return json;
}

SearchBook::SearchBook(const RunConfig &config, StrategySearch search)
    : m_config(config)
    , m_search(std::move(search))
{
}

Result<SearchBook> SearchBook::of(const RunConfig &config)
{
    const ChoiceSpace space = ChoiceSpace::standard().only(config.choices.split(u',', Qt::SkipEmptyParts));
    if (space.dimensions.isEmpty())
        return fail(ErrorKind::BadUsage, u"update.choices is empty. Name at least one, or set update.strategy to autoprompt."_s);
    const SearchRules rules{.kind = kindOf(config.search), .discount = config.discount};
    return SearchBook(config, StrategySearch(space, rules));
}

Status SearchBook::load(Database &database, RunId run, int round)
{
    const Result<QList<Event>> events = EventStore(database).ofKind(run, EventKind::SearchLearnt);
    if (!events)
        return std::unexpected(events.error());
    const SearchLearnt *last = nullptr;
    for (const Event &event : *events) {
        if (event.place.round < round)
            last = &std::get<SearchLearnt>(event.payload);
    }
    m_lastErrors.clear();
    if (!last)
        return m_search.load({}, {});
    const QJsonObject errors = last->table[u"last"_s].toObject();
    for (auto it = errors.begin(); it != errors.end(); ++it)
        m_lastErrors[it.key()] = errorClassFromString(it.value().toString()).value_or(ErrorClass::None);
    return m_search.load(last->table[u"states"_s].toObject(), u"the strategy search of round %1"_s.arg(round - 1));
}

SearchContext SearchBook::contextOf(const Task &task) const
{
    const auto last = m_lastErrors.find(task.groupKey());
    return {task.language, last == m_lastErrors.end() ? ErrorClass::None : last->second};
}

Picks SearchBook::pick(int round, const Task &task) const
{
    Random random = Random::of({m_config.seed, round, task.ordinal}, "search.pick");
    return m_search.pick(contextOf(task), random);
}

Strategy SearchBook::applied(const Picks &picks, const Strategy &base) const
{
    return m_search.space().applied(picks, base).value_or(base);
}

SearchLearnt SearchBook::learn(int round, const QList<SearchLesson> &lessons)
{
    const StrategySearch begun = m_search;
    const auto before = m_lastErrors;
    for (const SearchLesson &lesson : lessons) {
        const TaskOutcome &outcome = *lesson.outcome;
        if (outcome.attempts.isEmpty() || !outcome.attempts.last().verdict.counts())
            continue;
        const auto last = before.find(outcome.task.groupKey());
        const SearchContext context{outcome.task.language, last == before.end() ? ErrorClass::None : last->second};
        const double reward = rewardOf(outcome.green() ? 1 : 0, double(lesson.tokens), {.costWeight = m_config.costWeight});
        Random random = Random::of({m_config.seed, round, outcome.task.ordinal}, "search.learn");
        m_search.learn(begun, context, lesson.picks, reward, random);
        if (outcome.green())
            m_lastErrors.erase(outcome.task.groupKey());
        else
            m_lastErrors[outcome.task.groupKey()] = outcome.attempts.last().verdict.errorClass;
    }
    QJsonObject errors;
    for (const auto &[group, error] : m_lastErrors)
        errors[group] = toString(error);
    return {m_config.search, {{u"states"_s, m_search.toJson()}, {u"last"_s, errors}}, weights()};
}

QJsonObject SearchBook::weights() const
{
    QJsonObject weights;
    for (const auto &[key, states] : m_search.table()) {
        const std::optional<Language> language = languageFromString(key.section(u'/', 0, 0));
        if (!language)
            continue;                    // what all languages share is within each
        const SearchContext context{*language, errorClassFromString(key.section(u'/', 1)).value_or(ErrorClass::None)};
        QJsonObject row;
        for (const auto &[dimension, numbers] : m_search.weights(context)) {
            QJsonArray array;
            for (const double number : numbers)
                array.append(rounded(number));
            row[dimension] = array;
        }
        weights[key] = row;
    }
    return weights;
}

QList<OptionState> SearchBook::pooled(const QString &dimension) const
{
    QList<OptionState> pooled;
    for (const auto &[key, states] : m_search.table()) {
        if (key.startsWith("any/"_L1) || !states.contains(dimension))
            continue;
        const BanditState &state = states.at(dimension);
        pooled.resize(state.options.size());
        for (qsizetype option = 0; option < state.options.size(); ++option) {
            pooled[option].picks += state.options[option].picks;
            pooled[option].pulls += state.options[option].pulls;
            pooled[option].reward += state.options[option].reward;
        }
    }
    return pooled;
}

std::optional<Update> SearchBook::propose(const UpdateContext &context) const
{
    const Strategy &current = context.current.strategy;
    Picks better;
    QJsonObject evidence;
    for (const Dimension &dimension : m_search.space().dimensions) {
        const QList<OptionState> options = pooled(dimension.name);
        if (options.isEmpty())
            continue;
        const qsizetype now = optionIn(m_search.space(), dimension, current);
        qsizetype best = now;
        for (qsizetype option = 0; option < options.size(); ++option) {
            const double floor = best < 0 ? 0 : meanOf(options[best]) + (best == now ? MinimumGain : 0);
            if (option != now && options[option].pulls >= MinimumPulls && meanOf(options[option]) > floor)
                best = option;
        }
        const bool known = now < 0 || options[now].pulls >= MinimumPulls;
        if (best < 0 || best == now || !known)
            continue;
        better[dimension.name] = best;
        QJsonArray means;
        for (const OptionState &option : options)
            means.append(QJsonObject{{u"picks"_s, option.picks}, {u"pulls"_s, rounded(option.pulls)}, {u"mean"_s, rounded(meanOf(option))}});
        evidence[dimension.name] = QJsonObject{{u"from"_s, qint64(now)}, {u"to"_s, qint64(best)}, {u"options"_s, means}};
    }
    const Strategy strategy = applied(better, current);
    if (strategy == current)
        return std::nullopt;
    PromptVersion child = context.current;
    child.strategy = strategy;
    const VersionDiff diff = diffVersions(context.current, child);
    Update update;
    update.run = context.run;
    update.oldVersion = context.current.number;
    update.origin = VersionOrigin::StrategySearch;
    update.strategy = strategy;
    update.evidence = {{u"source"_s, m_config.search}, {u"choices"_s, evidence}};
    update.reason = u"The strategy search (%1) changes %2 settings"_s.arg(m_config.search).arg(diff.strategy.size());
    update.why = {ReasonCode::StrategyFromSearch, {{u"search"_s, m_config.search}, {u"changes"_s, diff.strategy.size()}}};
    return update;
}

} // namespace autodidact
