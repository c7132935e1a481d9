#pragma once

#include "core/domain/suite.h"

#include <QAbstractTableModel>
#include <QList>
#include <QPalette>

namespace autodidact {

/// The suites of a database. GUI thread.
class SuiteListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Name, Tasks, Version, ColumnCount };

    explicit SuiteListModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setSuites(const QList<Suite> &suites);
    const QList<Suite> &suites() const { return m_suites; }
    int rowOf(const QString &name) const;        ///< -1 when it is not here
    void setPalette(const QPalette &palette);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Suite> m_suites;
    QList<bool> m_bundled;
    QPalette m_palette;
};

} // namespace autodidact
