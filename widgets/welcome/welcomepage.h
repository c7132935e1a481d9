#pragma once

#include "widgets/welcome/machinestate.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace autodidact {

/// The page over the centre of a window without a run: what one can begin with, and what works here. GUI thread.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setLanguages(const QList<QPair<QString, QString>> &languages, const QString &current);   ///< code, name
    void setDemoTasks(int tasks);                ///< of the suite that the demo plays
    void setBusy(bool busy);                     ///< a run is live: nothing else can begin
    void setChecking();
    void setMachine(const MachineState &state);

Q_SIGNALS:
    void demoWanted();
    void connectWanted();
    void openWanted();
    void importWanted();
    void checkWanted();
    void closeWanted();
    void languageChosen(const QString &language);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Check {
        QLabel *icon;
        QLabel *text;
    };

    QPushButton *addAction(const QString &objectName, QLabel **note, bool primary);
    Check addCheck(const QString &objectName);
    void addHead();
    void addChecks();
    void retranslate();
    void showMachine();
    void showPossible();
    void showCheck(const Check &check, bool works, const QString &text);
    void scaleTitle();

    int m_tasks = 66;
    bool m_busy = false;
    bool m_checking = true;
    std::optional<MachineState> m_machine;
    QWidget *m_sheet;
    QLabel *m_logo = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_languageName = nullptr;
    QComboBox *m_language = nullptr;
    QToolButton *m_close = nullptr;
    QPushButton *m_demo = nullptr;
    QLabel *m_demoNote = nullptr;
    QLabel *m_mend = nullptr;
    QPushButton *m_connect = nullptr;
    QLabel *m_connectNote = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_again = nullptr;
    Check m_sandbox{};
    Check m_python{};
};

} // namespace autodidact
