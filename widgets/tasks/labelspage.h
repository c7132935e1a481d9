#pragma once

#include "widgets/tasks/taskpage.h"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace autodidact {

class Field;

/// Group, families, tags and limits. GUI thread.
class LabelsPage : public TaskPage
{
    Q_OBJECT

public:
    explicit LabelsPage(QWidget *parent);

    void show(const Task &task) override;
    void write(Task &task) const override;
    void setKind(TaskKind, Language) override {}
    void mark(const QList<TaskFinding> &) override {}
    bool point(const TaskFinding &) override { return false; }
    void retranslate() override;

private:
    void build();
    void connectAll();

    QLineEdit *m_group;
    QLineEdit *m_families;
    QLineEdit *m_tags;
    QComboBox *m_difficulty;
    QLineEdit *m_released;
    QDoubleSpinBox *m_cpu;
    QDoubleSpinBox *m_wall;
    QSpinBox *m_memory;
    QSpinBox *m_processes;
    QSpinBox *m_file;
    QSpinBox *m_output;
    QList<Field *> m_fields;
};

} // namespace autodidact
