#include "core/search/choice.h"

#include "core/base/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Sets the field that the dimension names; false when it does not exist or cannot hold the value.
bool set(Strategy &strategy, const QString &name, const QJsonValue &value)
{
    const bool isNumber = value.isDouble() && value.toDouble() >= 0;
    const bool isCount = isNumber && value.toInt(-1) >= 0;
    if (name == "plan_first"_L1 && value.isBool())
        strategy.planFirst = value.toBool();
    else if (name == "self_tests"_L1 && value.isBool())
        strategy.selfTests = value.toBool();
    else if (name == "memories"_L1 && isCount)
        strategy.memories = value.toInt();
    else if (name == "temperature"_L1 && isNumber)
        strategy.temperature = value.toDouble();
    else if (name == "tools"_L1 && value.isArray())
        strategy.tools = toStringList(value.toArray());
    else if (name == "attempts"_L1 && isCount && value.toInt() >= 1)
        strategy.attempts = value.toInt();
    else
        return false;
    return true;
}

} // namespace

ChoiceSpace ChoiceSpace::standard()
{
    const auto tools = [](const QStringList &names) { return QJsonValue(toJsonArray(names)); };
    return {{
        {u"plan_first"_s, {false, true}},
        {u"self_tests"_s, {false, true}},
        {u"memories"_s, {0, 4, 8}},
        {u"temperature"_s, {0.0, 0.2, 0.7}},
        {u"tools"_s, {tools({}), tools({u"syntax"_s}), tools({u"syntax"_s, u"lint"_s, u"types"_s})}},
        {u"attempts"_s, {1, 2, 3}},
    }};
}

ChoiceSpace ChoiceSpace::only(const QStringList &names) const
{
    ChoiceSpace space = *this;
    space.dimensions.removeIf([&](const Dimension &dimension) { return !names.contains(dimension.name); });
    return space;
}

Result<Strategy> ChoiceSpace::applied(const Picks &picks, Strategy base) const
{
    for (const auto &[name, option] : picks) {
        const auto dimension = std::ranges::find(dimensions, name, &Dimension::name);
        if (dimension == dimensions.end())
            return fail(ErrorKind::BadInput, u"\"%1\" is no dimension of the strategy search"_s.arg(name));
        if (option < 0 || option >= dimension->options.size())
            return fail(ErrorKind::BadInput, u"\"%1\" has no option %2"_s.arg(name).arg(option));
        if (!set(base, name, dimension->options[option])) {
            return fail(ErrorKind::BadInput,
                        u"option %2 of \"%1\" is not a value that a strategy can hold"_s.arg(name).arg(option));
        }
    }
    return base;
}

Status ChoiceSpace::check() const
{
    QStringList names;
    for (const Dimension &dimension : dimensions) {
        if (names.contains(dimension.name))
            return fail(ErrorKind::BadInput, u"\"%1\" is there twice; name each dimension once"_s.arg(dimension.name));
        names.append(dimension.name);
        if (dimension.options.isEmpty())
            return fail(ErrorKind::BadInput, u"\"%1\" has no options; give at least one"_s.arg(dimension.name));
        for (qsizetype option = 0; option < dimension.options.size(); ++option) {
            if (const Result<Strategy> strategy = applied({{dimension.name, option}}); !strategy)
                return std::unexpected(strategy.error());
        }
    }
    return {};
}

} // namespace autodidact
