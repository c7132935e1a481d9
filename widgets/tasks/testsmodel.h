#pragma once

#include "core/evaluation/taskcheck.h"

#include <QAbstractTableModel>
#include <QPalette>

namespace autodidact {

/// One row of the table of tests: a test, or a test file of a task that is judged by files.
struct TestRow {
    Visibility scope = Visibility::Hidden;
    TestCase test;
    QString content;             ///< of a file, whose path is test.name
    std::optional<TaskFinding> finding;
    bool green = false;          ///< it was run, and every reference passed it
};

/// The tests of one task while it is being edited. GUI thread.
class TestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Name, Scope, State, ColumnCount };

    explicit TestsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void reset(const Task &task);
    /// The tests or files of \p task's kind; those that fit another kind are left out.
    void write(Task &task) const;

    void setKind(TaskKind kind) { m_kind = kind; }
    TaskKind kind() const { return m_kind; }
    int add(const TestRow &row);                         ///< at the end; its number
    void set(int row, const TestRow &changed);
    void remove(int row);
    const TestRow &row(int row) const { return m_rows.at(row); }
    int rowOf(const TaskFinding &finding) const;         ///< -1 when it names none of these
    QString freeName(Visibility scope) const;

    /// Marks the rows that findings name; with \p judged all others were run and are green.
    void mark(const QList<TaskFinding> &findings, bool judged);
    void setPalette(const QPalette &palette);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const TestRow &row, int column) const;
    QVariant icon(const TestRow &row) const;

    QList<TestRow> m_rows;
    TaskKind m_kind = TaskKind::Function;
    QPalette m_palette;
};

} // namespace autodidact
