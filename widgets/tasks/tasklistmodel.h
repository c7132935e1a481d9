#pragma once

#include "core/domain/task.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>

namespace autodidact {

/// The tasks of one suite. GUI thread.
class TaskListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Key, Title, LanguageName, Kind, Group, Families, Tests, References, ColumnCount };

    explicit TaskListModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setTasks(const QList<Task> &tasks);
    const QList<Task> &tasks() const { return m_tasks; }
    int rowOf(const QString &key) const;         ///< -1 when it is not here
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Task &task, int column) const;

    QList<Task> m_tasks;
};

/// Those of the tasks that a person looks for. GUI thread.
class TaskListFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Every word of \p words stands somewhere in key, title, group, families, tags or statement.
    void setWords(const QString &words);
    void setLanguage(std::optional<Language> language);
    void setKind(std::optional<TaskKind> kind);
    void setFamily(const QString &family);       ///< empty: any
    bool isActive() const { return !m_words.isEmpty() || m_language || m_kind || !m_family.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    std::optional<Language> m_language;
    std::optional<TaskKind> m_kind;
    QString m_family;
};

} // namespace autodidact
