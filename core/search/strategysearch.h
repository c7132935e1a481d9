#pragma once

#include "core/domain/language.h"
#include "core/domain/verdict.h"
#include "core/search/bandit.h"
#include "core/search/choice.h"

namespace autodidact {

/// What is known of a task before a strategy is chosen for it.
struct SearchContext {
    Language language = Language::Python;
    ErrorClass lastError = ErrorClass::None; ///< of the group's last attempt that the loop has seen; None: first met, or solved

    bool operator==(const SearchContext &) const = default;
};

struct SearchRules {
    BanditKind kind = BanditKind::Thompson;
    double discount = 0.995;     ///< in (0, 1]; 1: stationary. 0.995 remembers some 200 tasks
    double step = 0.25;          ///< of the softmax
    double stray = 0.05;         ///< chance that a dimension of a deterministic kind picks any option. Two such bandits
                                 ///< that began alike would else move in step and share each other's credit for good
    double borrowed = 8;         ///< pulls that the language-free bandit is worth at most in one of a language; 0: none

    bool operator==(const SearchRules &) const = default;
};

/// One bandit per dimension, language and last error class, and one per dimension and class over all languages.
using SearchTable = std::map<QString, std::map<QString, BanditState>>;   ///< context -> dimension -> state

/// Chooses how the agent works, dimension by dimension, and learns what that was worth.
///
/// Both the bandit of the context and the language-free one learn from every task; a context picks by its own with what it
/// borrows. The table is the whole state: a value to store per round. Pick with the table that the round began with, learn
/// in the order of the tasks once they are done, and nothing depends on how many run at once.
class StrategySearch
{
public:
    /// \p space must pass its check.
    StrategySearch(ChoiceSpace space, SearchRules rules);

    Picks pick(const SearchContext &context, Random &random) const;

    /// \p reward 0 to 1 (rewardOf). \p picks: of every dimension. \p begun: the search that picked, when this one has
    /// learnt since.
    void learn(const SearchContext &context, const Picks &picks, double reward, Random &random);
    void learn(const StrategySearch &begun, const SearchContext &context, const Picks &picks, double reward,
               Random &random);

    const ChoiceSpace &space() const { return m_space; }
    const SearchTable &table() const { return m_table; }

    /// For people: per dimension one number an option, as the kind defines it (Bandit::weights), borrowed knowledge included.
    std::map<QString, QList<double>> weights(const SearchContext &context) const;

    QJsonObject toJson() const;  ///< the table

    /// BadInput with \p where when the table is not one of this space.
    Status load(const QJsonObject &json, const QString &where);

    static QString keyOf(const SearchContext &context);       ///< "python/logic"
    static QString generalKeyOf(const SearchContext &context); ///< "any/logic"

private:
    BanditState known(const QString &context, const Dimension &dimension) const;
    qsizetype pickOne(const BanditState &state, Random &random) const;
    BanditState blended(const SearchContext &context, const Dimension &dimension) const;

    ChoiceSpace m_space;
    SearchRules m_rules;
    std::shared_ptr<const Bandit> m_bandit;
    SearchTable m_table;
};

} // namespace autodidact
