#include "core/student/guidance.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The weightier of two memories counts, whichever way it points.
void weigh(FamilyGuidance &given, double memory)
{
    if (std::abs(memory) > std::abs(given.memory))
        given.memory = memory;
}

} // namespace

GuidanceReader::GuidanceReader(
    const Lore &lore, const Textbook &book, const Habits &habits, const World &world, const PromptParameters &parameters)
    : m_lore(lore)
    , m_book(book)
    , m_habits(habits)
    , m_world(world)
    , m_parameters(parameters)
{
}

Guidance GuidanceReader::read(const ReadPrompt &prompt, qsizetype task) const
{
    Guidance guidance;
    guidance.lengthRatio = prompt.tokens / m_parameters.freeTokens;
    readRules(prompt, guidance);
    for (const ShownMemory &memory : prompt.memories)
        readMemory(memory, task, guidance);
    const Meaning reflection = m_lore.meaningOf(prompt.reflection);
    for (const FaultFamily family : allFaultFamilies())
        guidance.of(family).causeNamed = holds(reflection.helps, family);
    return guidance;
}

void GuidanceReader::readRules(const ReadPrompt &prompt, Guidance &guidance) const
{
    for (const ShownRule &rule : prompt.rules) {
        const Meaning meaning = m_lore.meaningOf(rule.text);
        guidance.irrelevant += meaning.none() ? 1 : 0;
        for (const FaultFamily family : allFaultFamilies()) {
            guidance.of(family).remedyGiven |= holds(meaning.helps, family);
            guidance.of(family).contraryGiven |= holds(meaning.hurts, family);
        }
    }
}

void GuidanceReader::readMemory(const ShownMemory &memory, qsizetype task, Guidance &guidance) const
{
    const QString whole = memory.title + u'\n' + memory.text;
    std::optional<qsizetype> solved = m_book.find(whole);
    const bool program = memory.text.contains("```"_L1);
    if (!solved && program)
        solved = m_book.findProgram(memory.text);
    if (solved)
        return readSolved(*solved, task, guidance);
    if (program) {
        ++guidance.irrelevant;
        return;
    }
    const Meaning meaning = m_lore.meaningOf(whole);
    guidance.irrelevant += meaning.none() ? 1 : 0;
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(meaning.helps, family))
            weigh(guidance.of(family), m_parameters.lessonRelevance);
        if (holds(meaning.hurts, family))
            weigh(guidance.of(family), -m_parameters.lessonRelevance);
    }
}

void GuidanceReader::readSolved(qsizetype solved, qsizetype task, Guidance &guidance) const
{
    const bool sameGroup = m_book.task(solved).groupKey() == m_book.task(task).groupKey();
    const bool contradicts = m_world.drifts() && m_book.afterChange(solved) != m_book.afterChange(task);
    const double relevance = (sameGroup ? m_parameters.sameGroupRelevance : m_parameters.similarRelevance)
        * (contradicts ? -1.0 : 1.0);
    const FamilySet shared = m_habits.of(solved).applicable & m_habits.of(task).applicable;
    guidance.irrelevant += shared.none() ? 1 : 0;
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(shared, family))
            weigh(guidance.of(family), relevance);
    }
}

} // namespace autodidact
