#pragma once

#include "core/base/random.h"
#include "core/calibration/familyrates.h"
#include "core/calibration/studentprompts.h"
#include "core/student/simulatedstudent.h"

namespace autodidact {

using AllRates = std::array<FamilyRates, faultFamilyCount>;

/// One student, asked about every task of its textbook.
class StudentExam {
public:
    /// Student and prompts must outlive this. \p seed is that of the calls.
    StudentExam(SimulatedStudent &student, const StudentPrompts &prompts, quint64 seed);

    /// Errors: those of the student, and Internal when it does not find a task of its own.
    Result<AllRates> sit();

private:
    void examine(qsizetype task);
    void withoutHelp(qsizetype task);
    void atLength(qsizetype task, size_t length);
    void withRules(qsizetype task, FaultFamily family);
    void withMemory(qsizetype task, FaultFamily family);
    void afterRed(qsizetype task, FaultFamily family);

    /// Counts a draft for one family that applies. \p guidance is what the help means for it.
    void countDraft(qsizetype task, FaultFamily family, HelpKind kind, const PromptHelp &help,
        const Guidance &guidance);
    FamilySet faultsOf(const ChatRequest &request);
    double chance(
        qsizetype task, FaultFamily family, Guidance guidance, const ChatRequest &request) const;
    quint64 seedFor(qsizetype task) const;

    QString remedy(FaultFamily family, Random &random) const;
    std::optional<QString> foreignRemedy(qsizetype task, FaultFamily family, Random &random) const;
    std::optional<qsizetype> similarTask(qsizetype task, FaultFamily family) const;

    const Task &text(qsizetype task) const { return m_student.textbook().task(task); }
    const TaskHabits &habits(qsizetype task) const { return m_student.habits().of(task); }
    FamilyRates &rates(FaultFamily family) { return m_rates.at(size_t(family) - 1); }

    SimulatedStudent &m_student;
    const StudentPrompts &m_prompts;
    quint64 m_seed;
    AllRates m_rates;
    Status m_failed; ///< the first thing that went wrong
};

} // namespace autodidact
