#pragma once

#include <QObject>

#include <map>

class QAction;

namespace autodidact {

/// Everything a person can ask of the workbench from a menu, a button or a key.
enum class Act {
    NewRun, OpenRun, ImportSuite, Suites, OpenDatabase, ExportReport, ConnectServer, Quit,
    Undo, Redo, Find,
    Start, Pause, StepAttempt, StepTask, StepRound, Stop, SkipToRoundEnd,
    Back, Forward, NextFailure, PreviousFailure, NextAttempt, PreviousAttempt, Follow,
    AddMemory, EditMemory, PinMemory, ArchiveMemory,
    CompareVersions, RollBack, UndoRollback,
    Panel1, Panel2, Panel3, Panel4, Panel5, Panel6, Panel7, Panel8, Panel9, Panel10,
    MaximisePanel, FullScreen, LargerText, SmallerText, NormalText, PerspectiveRun, PerspectiveMemory, PerspectiveVersions, LockLayout, ResetLayout,
    Welcome, WhatWorksHere, About,
};

/// Owns every action of the window: name, text, icon, shortcut, and why it is disabled. GUI thread.
class Actions : public QObject
{
    Q_OBJECT

public:
    /// The actions become children of \p window and are added to it, so that their shortcuts work everywhere in it.
    explicit Actions(QWidget *window);

    QAction *of(Act act) const { return m_actions.at(act); }
    QList<Act> all() const;

    void allow(Act act);
    /// \p reason is shown in the tooltip; one whole sentence.
    void forbid(Act act, const QString &reason);
    void allowIf(bool condition, Act act, const QString &reason);

    void retranslate();
    void updateIcons(const QPalette &palette);

private:
    void showTip(Act act);

    std::map<Act, QAction *> m_actions;
    std::map<Act, QString> m_reasons;        ///< of the disabled ones
};

} // namespace autodidact
