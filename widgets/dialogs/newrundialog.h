#pragma once

#include "core/domain/suite.h"
#include "widgets/base/services.h"
#include "widgets/dialogs/fittingdialog.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace autodidact {

class Field;
struct ServerAddress;

/// Asks for the settings of a new run, and remembers them for the next. GUI thread.
class NewRunDialog : public FittingDialog
{
    Q_OBJECT

public:
    NewRunDialog(Reader &reader, QSettings &settings, QWidget *parent = nullptr);

    /// Fills everything in as the live run \p config has it, and says that this run will end: a run keeps its model.
    void takeOver(const RunConfig &config);

    RunConfig config() const;
    /// A server that was just connected.
    void setServer(const ServerAddress &address, const QString &model);

Q_SIGNALS:
    void startWanted(const autodidact::RunConfig &config);
    void connectWanted();

private:
    struct Choices {
        QList<Suite> suites;
        QStringList memories;            ///< names of runs and sets whose memories can be copied
    };

    void build();
    void addModelRow(QFormLayout *form);
    void addNumbers(QFormLayout *form);
    void addMemoryAndFeedback(QFormLayout *form);
    void showConfig();
    void load();
    void showChoices(const Choices &choices);
    void chooseBase();               ///< among the choices that were read
    void update();
    void start();

    Reader &m_reader;
    QSettings &m_settings;
    Ticket m_ticket;
    RunConfig m_base;
    QList<Suite> m_suites;
    bool m_loaded = false;
    QComboBox *m_suite;
    QComboBox *m_model;
    QPushButton *m_connect;
    QSpinBox *m_rounds;
    QSpinBox *m_attempts;
    QLineEdit *m_seed;
    QComboBox *m_memory;
    QComboBox *m_feedback;
    QCheckBox *m_selfTests;
    QLineEdit *m_budget;
    QLineEdit *m_name;
    QLabel *m_head;
    QLabel *m_estimate;
    QPushButton *m_start = nullptr;
    Field *m_suiteField = nullptr;
    Field *m_modelField = nullptr;
    Field *m_seedField = nullptr;
    Field *m_feedbackField = nullptr;
    Field *m_budgetField = nullptr;
    Field *m_nameField = nullptr;
};

} // namespace autodidact
