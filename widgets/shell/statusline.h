#pragma once

#include "core/domain/run.h"

#include <QStatusBar>

class QLabel;

namespace autodidact {

/// The line at the bottom: database, model, sandbox, tokens; red where there is no sandbox. GUI thread.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(const QString &databasePath, QWidget *parent = nullptr);

    void showRun(const RunConfig &config, qint64 tokens);
    void showNoRun();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addItem(const QString &objectName);
    void showAll();

    QString m_path;
    std::optional<RunConfig> m_config;
    qint64 m_tokens = 0;
    QLabel *m_database;
    QLabel *m_modelIcon;
    QLabel *m_model;
    QLabel *m_sandbox;
    QLabel *m_spent;
};

} // namespace autodidact
