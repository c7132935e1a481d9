#include "core/student/prompteditor.h"

#include "core/base/random.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonObject ruleEdit(const QString &action, const QStringList &rules, const QString &text, const QString &reason)
{
    return {{u"action"_s, action}, {u"rules"_s, QJsonArray::fromStringList(rules)}, {u"text"_s, text}, {u"reason"_s, reason}};
}

FaultFamily firstOf(const FamilySet &set)
{
    const auto families = allFaultFamilies();
    return *std::ranges::find_if(families, [&set](FaultFamily family) { return holds(set, family); });
}

} // namespace

QJsonObject PromptEditor::edit(const ReadPrompt &prompt, quint64 seed) const
{
    Random random = Random::of({qint64(seed), prompt.reflections.size()}, "student.edit");
    QJsonArray edits;
    if (!prompt.reflections.isEmpty()) {
        tidyRules(prompt, random, edits);
        addRules(prompt, random, edits);
    }
    while (edits.size() > m_parameters.mostEdits)
        edits.removeLast();
    return {{u"edits"_s, edits}};
}

std::vector<PromptEditor::CountedCause> PromptEditor::causesIn(const QStringList &reflections) const
{
    std::vector<CountedCause> causes;
    for (const FaultFamily family : allFaultFamilies())
        causes.push_back({family, 0});
    for (const QString &reflection : reflections) {
        // The name in front counts; where there is none, what the text means.
        const std::optional<FaultFamily> named = faultFamilyFromString(reflection.section(u':', 0, 0).trimmed());
        const FamilySet meant = named ? only(*named) : m_lore.meaningOf(reflection).helps;
        for (CountedCause &cause : causes)
            cause.count += holds(meant, cause.family) ? 1 : 0;
    }
    std::erase_if(causes, [](const CountedCause &cause) { return cause.count == 0; });
    std::ranges::stable_sort(causes, std::ranges::greater(), &CountedCause::count);
    return causes;
}

void PromptEditor::tidyRules(const ReadPrompt &prompt, Random &random, QJsonArray &edits) const
{
    QHash<unsigned long long, QString> byMeaning;
    for (const ShownRule &rule : prompt.rules) {
        const Meaning meaning = m_lore.meaningOf(rule.text);
        if (meaning.hurts.any()) {
            edits.append(ruleEdit(u"change"_s, {rule.id}, remedyFor(firstOf(meaning.hurts), prompt.rules, random),
                u"The rule tells the programmer not to care."_s));
        } else if (meaning.none()) {
            if (random.chance(m_parameters.dropChance))
                edits.append(ruleEdit(u"drop"_s, {rule.id}, {}, u"The rule prevents no mistake."_s));
        } else if (byMeaning.contains(meaning.helps.to_ullong())) {
            edits.append(ruleEdit(u"merge"_s, {byMeaning.value(meaning.helps.to_ullong()), rule.id},
                remedyFor(firstOf(meaning.helps), {}, random), u"Both rules say the same."_s));
            return;
        } else {
            byMeaning.insert(meaning.helps.to_ullong(), rule.id);
        }
    }
}

void PromptEditor::addRules(const ReadPrompt &prompt, Random &random, QJsonArray &edits) const
{
    FamilySet covered;
    for (const ShownRule &rule : prompt.rules)
        covered |= m_lore.meaningOf(rule.text).helps;
    if (random.chance(m_parameters.badRuleChance)) {
        const QStringList &texts = random.chance(m_parameters.harmfulShare) ? m_lore.harmfulRules() : m_lore.uselessRules();
        const FaultFamily family = FaultFamily(1 + random.below(faultFamilyCount));
        QString text = texts.at(qsizetype(random.below(texts.size())));
        text.replace("{topic}"_L1, m_lore.of(family).topic);
        edits.append(ruleEdit(u"add"_s, {}, text, u"It makes the programmer faster."_s));
    }
    int added = 0;
    for (const CountedCause &cause : causesIn(prompt.reflections)) {
        if (holds(covered, cause.family) || added == m_parameters.mostAdditions)
            continue;
        edits.append(ruleEdit(u"add"_s, {}, remedyFor(cause.family, prompt.rules, random),
            u"%1: named as the cause %2 times."_s.arg(m_lore.of(cause.family).title).arg(cause.count)));
        ++added;
    }
}

QString PromptEditor::remedyFor(FaultFamily family, const QList<ShownRule> &rules, Random &random) const
{
    QStringList texts = m_lore.of(family).remedies;
    for (const ShownRule &rule : rules) {
        if (texts.size() > 1)
            texts.removeAll(rule.text);
    }
    return texts.at(qsizetype(random.below(texts.size())));
}

} // namespace autodidact
