#pragma once

#include "core/student/habits.h"
#include "core/student/promptreader.h"
#include "core/student/world.h"

namespace autodidact {

/// What of the messages bears on the mistakes that are possible in a task.
///
/// A rule counts by its meaning; saying the same twice adds nothing. A lesson in words is relevant (1) to the families
/// whose remedy it gives. A solved task is relevant to each mistake that both tasks invite: 1 within the group, else 0.5;
/// its wording is not read for remedies, since statements speak of empty lists and sorted names all the time. In a
/// drifting world a solved task from the other side of the change (Textbook::afterChange) recalls the other requirement,
/// and counts against the student as much as one from its own side helps.
/// A rule or memory that says nothing about any mistake, or about none of this task's, is irrelevant.
class GuidanceReader
{
public:
    GuidanceReader(const Lore &lore, const Textbook &book, const Habits &habits, const World &world,
        const PromptParameters &parameters);

    Guidance read(const ReadPrompt &prompt, qsizetype task) const;

private:
    void readRules(const ReadPrompt &prompt, Guidance &guidance) const;
    void readMemory(const ShownMemory &memory, qsizetype task, Guidance &guidance) const;
    void readSolved(qsizetype solved, qsizetype task, Guidance &guidance) const;

    const Lore &m_lore;
    const Textbook &m_book;
    const Habits &m_habits;
    const World &m_world;
    PromptParameters m_parameters;
};

} // namespace autodidact
