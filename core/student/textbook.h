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

    /// The task that a text states: its entry point stands in the text, and (nearly) all words of its statement do.
    /// Text around it does not disturb. Ties go to the first.
    std::optional<qsizetype> find(const QString &text) const;

    /// The first task whose entry point this program defines.
    std::optional<qsizetype> findProgram(const QString &code) const;

private:
    double match(qsizetype index, const QString &text, const QSet<QString> &words) const;

    QList<Task> m_tasks;
    QStringList m_statements;                    ///< normalised
    QHash<QString, QList<qsizetype>> m_byEntryPoint;
    QHash<QString, QList<qsizetype>> m_groups;
};

} // namespace autodidact
