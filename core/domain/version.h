#pragma once

#include "core/base/id.h"
#include "core/domain/reason.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace autodidact {

/// Persisted: never renumber.
enum class VersionOrigin { Initial = 1, AutoPrompt = 2, StrategySearch = 3, MetaController = 4, Person = 5, Rewrite = 6 };

/// One bullet of the prompt.
struct Rule {
    QString id;              ///< "r1", "r2", …: unique in a run, never reused
    QString text;
    int addedIn = 1;         ///< version that brought it
    int helpful = 0;         ///< learn tasks solved under it
    int harmful = 0;         ///< learn tasks failed under it
    QStringList tags;        ///< fault families and free words, given by edits of kind Tag

    bool operator==(const Rule &) const = default;
};

/// A fixed part of the prompt.
struct Section {
    QString name;            ///< "role", "instructions", "format"
    QString text;

    bool operator==(const Section &) const = default;
};

/// The discrete choices of the agent.
struct Strategy {
    bool planFirst = false;
    bool selfTests = false;
    int memories = 4;            ///< how many are retrieved at most
    double temperature = 0.2;
    int attempts = 3;
    QStringList tools;           ///< checks run on the code before the tests: "syntax", "format", "lint", "types"

    bool operator==(const Strategy &) const = default;
};

/// A node of the version tree.
struct PromptVersion {
    RunId run;
    int number = 1;              ///< unique in the run, from 1
    std::optional<int> parent;
    VersionOrigin origin = VersionOrigin::Initial;
    QList<Section> sections;
    QList<Rule> rules;
    Strategy strategy;
    QString note;                ///< why it exists, one line
    bool pinned = false;
    int round = 0;               ///< round that made it
    QDateTime createdAt;
    std::optional<int> crossedWith; ///< the other parent of a crossing
    QString adapter;             ///< name of an adapter (LoRA) of the local server; empty for the model alone
    Reason noteWhy;              ///< `note` for programs; Unstated once a person changed it

    bool operator==(const PromptVersion &) const = default;
};

} // namespace autodidact
