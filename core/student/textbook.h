#pragma once

#include "core/domain/task.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace autodidact {

/// The tasks whose solutions the student knows, found again by what a message says. Immutable.
class Textbook
{
public:
    explicit Textbook(QList<Task> tasks);

    qsizetype size() const { return m_tasks.size(); }
    const Task &task(qsizetype index) const { return m_tasks.at(index); }

    /// Indices of the tasks of the same group, this one included, in order.
    const QList<qsizetype> &groupOf(qsizetype index) const;

    /// Where a world drifts: whether the task stands after the change of requirements. Of a group with a version that is
    /// declared as drifted, the drifted versions do. The other groups are divided half way: those whose first task is in
    /// the second half of the groups, in the order of the book, stand after the change as a whole.
    bool afterChange(qsizetype index) const { return m_after.at(index); }

    /// The task that a text states: its entry point stands in the text, and (nearly) all words of its statement do.
    /// Text around it does not disturb. Ties go to the first.
    std::optional<qsizetype> find(const QString &text) const;

    /// The first task whose entry point this program defines.
    std::optional<qsizetype> findProgram(const QString &code) const;

private:
    QList<bool> sidesOfChange() const;
    double match(qsizetype index, const QString &text, const QSet<QString> &words) const;

    QList<Task> m_tasks;
    QStringList m_statements;                    ///< normalised
    QHash<QString, QList<qsizetype>> m_byEntryPoint;
    QHash<QString, QList<qsizetype>> m_groups;
    QList<bool> m_after;
};

} // namespace autodidact
