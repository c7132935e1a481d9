#pragma once

#include "core/evaluation/taskcheck.h"

#include <QWidget>

namespace autodidact {

/// One page of the task editor: shows some parts of a task and writes them back. GUI thread.
class TaskPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void show(const Task &task) = 0;                      ///< signals nothing
    virtual void write(Task &task) const = 0;                     ///< its parts only
    virtual void setKind(TaskKind kind, Language language) = 0;   ///< what fits these is shown
    virtual void mark(const QList<TaskFinding> &findings) = 0;    ///< beside the fields they belong to; replaces older ones
    virtual bool point(const TaskFinding &finding) = 0;           ///< focus to its field; false when it is not here
    virtual void retranslate() = 0;

    using QWidget::show;

Q_SIGNALS:
    void edited();
};

} // namespace autodidact
