#pragma once

#include "core/student/lore.h"
#include "core/student/promptreader.h"
#include "core/student/studentparameters.h"

#include <QJsonArray>

namespace autodidact {

/// Asked to improve the prompt: proposes edits of the rules from the causes that the reflections name. Immutable.
///
/// At most four edits: rules that say not to care are put right, two rules with one meaning are merged, a rule without
/// meaning is sometimes dropped, and the causes named most often, which no rule covers yet, get a rule each. Once in
/// twenty answers a rule is added that does harm, or no good.
class PromptEditor
{
public:
    PromptEditor(const Lore &lore, const EditorParameters &parameters) : m_lore(lore), m_parameters(parameters) {}

    QJsonObject edit(const ReadPrompt &prompt, quint64 seed) const;

private:
    struct CountedCause {
        FaultFamily family;
        int count;
    };
    std::vector<CountedCause> causesIn(const QStringList &reflections) const;
    void tidyRules(const ReadPrompt &prompt, class Random &random, QJsonArray &edits) const;
    void addRules(const ReadPrompt &prompt, class Random &random, QJsonArray &edits) const;
    QString remedyFor(FaultFamily family, const QList<ShownRule> &rules, class Random &random) const;

    const Lore &m_lore;
    EditorParameters m_parameters;
};

} // namespace autodidact
