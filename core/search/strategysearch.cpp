#include "core/search/strategysearch.h"

#include <QtAssert>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isContext(const QString &key)
{
    const QStringList parts = key.split(u'/');
    return parts.size() == 2 && (parts[0] == "any"_L1 || languageFromString(parts[0])) && errorClassFromString(parts[1]);
}

} // namespace

StrategySearch::StrategySearch(ChoiceSpace space, SearchRules rules)
    : m_space(std::move(space))
    , m_rules(rules)
    , m_bandit(makeBandit(rules.kind, rules.discount, rules.step))
{
    Q_ASSERT(m_space.check());
}

QString StrategySearch::keyOf(const SearchContext &context)
{
    return toString(context.language) + u'/' + toString(context.lastError);
}

QString StrategySearch::generalKeyOf(const SearchContext &context)
{
    return u"any/"_s + toString(context.lastError);
}

BanditState StrategySearch::known(const QString &context, const Dimension &dimension) const
{
    const auto fresh = [&] { return BanditState::fresh(dimension.options.size()); };
    const auto row = m_table.find(context);
    if (row == m_table.end())
        return fresh();
    const auto state = row->second.find(dimension.name);
    return state != row->second.end() ? state->second : fresh();
}

BanditState StrategySearch::blended(const SearchContext &context, const Dimension &dimension) const
{
    const BanditState own = known(keyOf(context), dimension);
    if (m_rules.borrowed <= 0)
        return own;
    return m_bandit->blended(own, known(generalKeyOf(context), dimension), m_rules.borrowed);
}

Picks StrategySearch::pick(const SearchContext &context, Random &random) const
{
    Picks picks;
    for (const Dimension &dimension : m_space.dimensions)
        picks[dimension.name] = pickOne(blended(context, dimension), random);
    return picks;
}

qsizetype StrategySearch::pickOne(const BanditState &state, Random &random) const
{
    if (m_bandit->isDeterministic() && random.chance(m_rules.stray))
        return qsizetype(random.below(state.options.size()));
    return m_bandit->pick(state, random);
}

void StrategySearch::learn(const SearchContext &context, const Picks &picks, double reward, Random &random)
{
    learn(*this, context, picks, reward, random);
}

void StrategySearch::learn(const StrategySearch &begun, const SearchContext &context, const Picks &picks, double reward,
                           Random &random)
{
    for (const Dimension &dimension : m_space.dimensions) {
        const qsizetype option = picks.at(dimension.name);
        const BanditState pickedBy = begun.blended(context, dimension);
        for (const QString &key : {keyOf(context), generalKeyOf(context)}) {
            BanditState state = known(key, dimension);
            m_bandit->learn(state, pickedBy, option, reward, random);
            m_table[key][dimension.name] = state;
        }
    }
}

std::map<QString, QList<double>> StrategySearch::weights(const SearchContext &context) const
{
    std::map<QString, QList<double>> weights;
    for (const Dimension &dimension : m_space.dimensions)
        weights[dimension.name] = m_bandit->weights(blended(context, dimension));
    return weights;
}

QJsonObject StrategySearch::toJson() const
{
    QJsonObject json;
    for (const auto &[context, states] : m_table) {
        QJsonObject row;
        for (const auto &[dimension, state] : states)
            row[dimension] = state.toJson();
        json[context] = row;
    }
    return json;
}

Status StrategySearch::load(const QJsonObject &json, const QString &where)
{
    SearchTable table;
    for (auto row = json.begin(); row != json.end(); ++row) {
        if (!isContext(row.key()))
            return fail(ErrorKind::BadInput, u"%1: \"%2\" is no language and error class"_s.arg(where, row.key()));
        const QJsonObject states = row.value().toObject();
        if (states.size() != m_space.dimensions.size())
            return fail(ErrorKind::BadInput, u"%1: \"%2\" must hold every dimension once"_s.arg(where, row.key()));
        for (const Dimension &dimension : m_space.dimensions) {
            const QString place = u"%1: \"%2\", \"%3\""_s.arg(where, row.key(), dimension.name);
            const Result<BanditState> state =
                BanditState::fromJson(states[dimension.name].toObject(), dimension.options.size(), place);
            if (!state)
                return std::unexpected(state.error());
            table[row.key()][dimension.name] = *state;
        }
    }
    m_table = std::move(table);
    return {};
}

} // namespace autodidact
