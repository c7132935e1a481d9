#pragma once

#include "core/search/strategysearch.h"

#include <QTest>

#include <functional>

/// Small settings for a strategy search.
namespace autodidact::worlds {

inline const SearchContext python{Language::Python, ErrorClass::None};
inline const SearchContext rust{Language::Rust, ErrorClass::None};
inline const SearchContext pythonAfterLogic{Language::Python, ErrorClass::Logic};

/// Two switches and nothing else.
inline ChoiceSpace switches()
{
    return {{{QStringLiteral("plan_first"), {false, true}}, {QStringLiteral("self_tests"), {false, true}}}};
}

inline SearchRules rulesOf(int kind, double discount = 1)
{
    SearchRules rules;
    rules.kind = static_cast<BanditKind>(kind);
    rules.discount = discount;
    return rules;
}

/// The chance of success under some picks, and the reward of success.
struct Worth {
    double chance;
    double reward = 1;
};

using World = std::function<Worth(const Picks &)>;

/// Plays tasks; returns the share of the last half whose \p dimension was on.
inline double play(StrategySearch &search, const SearchContext &context, const World &world, int tasks, Random &random,
            const QString &dimension = QStringLiteral("plan_first"))
{
    int on = 0;
    for (int task = 0; task < tasks; ++task) {
        const Picks picks = search.pick(context, random);
        const Worth worth = world(picks);
        search.learn(context, picks, random.chance(worth.chance) ? worth.reward : 0.0, random);
        on += task >= tasks / 2 && picks.at(dimension) == 1 ? 1 : 0;
    }
    return on / (tasks / 2.0);
}

inline World planIsWorth(double without, double with)
{
    return [=](const Picks &picks) { return Worth{picks.at(QStringLiteral("plan_first")) == 1 ? with : without}; };
}

inline void addKinds()
{
    QTest::addColumn<int>("kind");
    for (const BanditKind kind : {BanditKind::Ucb1, BanditKind::Thompson, BanditKind::Softmax})
        QTest::addRow("%s", qPrintable(toString(kind))) << int(kind);
}

} // namespace autodidact::worlds
