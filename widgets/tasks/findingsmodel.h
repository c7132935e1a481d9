#pragma once

#include "core/evaluation/taskcheck.h"

#include <QAbstractListModel>
#include <QPalette>

namespace autodidact {

/// What is wrong with a task, errors first. GUI thread.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit FindingsModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    void setFindings(QList<TaskFinding> findings);
    const QList<TaskFinding> &findings() const { return m_findings; }
    void setPalette(const QPalette &palette);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString text(const TaskFinding &finding) const;

    QList<TaskFinding> m_findings;
    QPalette m_palette;
};

} // namespace autodidact
