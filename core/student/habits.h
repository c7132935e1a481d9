#pragma once

#include "core/student/faults/fault.h"
#include "core/student/studentparameters.h"
#include "core/student/textbook.h"

#include <functional>
#include <memory>
#include <mutex>

namespace autodidact {

/// A mistake as it stands in a written program.
struct MadeFault {
    FaultFamily family = FaultFamily::OffByOneRange;
    int line = 0;            ///< in the written program, from 1
    QByteArray before;       ///< the line in the reference, trimmed
    QByteArray after;
};

/// A program that the student wrote.
struct WrittenProgram {
    QByteArray code;
    int reference = 0;
    std::vector<MadeFault> faults;   ///< in order of the text; empty means right

    FamilySet families() const;
};

/// One reference solution, and where the student would go wrong in it: one place a family, always the same.
struct ReferenceHabits {
    QByteArray program;
    std::array<std::optional<FaultSite>, faultFamilyCount> sites;

    FamilySet possible() const;
};

/// How the student treats one task.
struct TaskHabits {
    Language language = Language::Python;
    quint64 group = 0;                        ///< stable hash of the group
    quint64 task = 0;                         ///< stable hash of the task's key
    std::vector<ReferenceHabits> references;  ///< in the task's order; those that do not parse are left out
    FamilySet applicable;                     ///< families it is prone to here
};

/// The mistakes that the student is prone to, task by task; worked out when a group is first met. Thread-safe.
class Habits
{
public:
    /// The book must outlive this.
    Habits(const Textbook &book, quint64 worldSeed, const FaultParameters &parameters);

    const TaskHabits &of(qsizetype task) const;

    /// The reference with these mistakes made in it. A mistake is left out where an earlier one has taken its place,
    /// or where the program would no longer parse without a syntax slip.
    static WrittenProgram write(const TaskHabits &task, int reference, FamilySet families);

    /// Which reference, and which of the mistakes it is prone to, make up this program: how the student knows its own
    /// work again. Nothing for a program that somebody else wrote or changed.
    static std::optional<WrittenProgram> recognise(const TaskHabits &task, const QByteArray &code);

private:
    struct Group {
        std::once_flag met;
        QHash<qsizetype, TaskHabits> tasks;
    };
    void meet(Group &group, const QList<qsizetype> &tasks) const;
    TaskHabits readTask(qsizetype task) const;
    double weightOf(FaultFamily family, const FamilySet &declared) const;
    FamilySet drawFamilies(class Random random, FamilySet possible, const FamilySet &declared) const;
    static std::optional<WrittenProgram> match(const TaskHabits &task, const QByteArray &code,
        const std::function<QByteArray(const QByteArray &)> &plain);

    const Textbook &m_book;
    quint64 m_seed;
    FaultParameters m_parameters;
    QHash<QString, std::shared_ptr<Group>> m_groups;
};

} // namespace autodidact
