#pragma once

#include "widgets/dialogs/fittingdialog.h"
#include "widgets/dialogs/serverprobe.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSettings;

namespace autodidact {

class Field;

/// Asks where a model server is, finds those on this machine, and tests one. GUI thread.
///
/// The key is never stored: it lives in memory for this session, or in an environment variable.
class ConnectDialog : public FittingDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(QSettings &settings, QWidget *parent = nullptr);

    ServerAddress address() const;
    QString model() const;                   ///< as a run names it: "openai:NAME"
    ServerProbe &probe() { return *m_probe; }

Q_SIGNALS:
    void connected(const autodidact::ServerAddress &address, const QString &model);

private:
    void build();
    void setBusy(const QString &what);
    enum class Outcome { Note, Good, Bad };
    void showOutcome(Outcome outcome, const QString &text);
    QString host() const;
    void setIdle();
    void detect();
    void test();
    void showDetected(const QList<FoundServer> &servers);
    void showReport(const ServerReport &report);
    void showProblem(const Error &error);
    void setModels(const QStringList &models, const QString &chosen);
    bool checkAddress();             ///< marks the field when it is wrong
    bool checkModel();
    void use();

    QSettings &m_settings;
    ServerProbe *m_probe;
    QComboBox *m_address;
    QLineEdit *m_key;
    QLineEdit *m_variable;
    QComboBox *m_model;
    Field *m_addressField = nullptr;
    Field *m_modelField = nullptr;
    QPushButton *m_detect;
    QPushButton *m_test;
    QPushButton *m_use;
    QPushButton *m_cancelTest;
    QProgressBar *m_bar;
    QLabel *m_outcome;
};

} // namespace autodidact
