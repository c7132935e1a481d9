#include "widgets/shell/actions.h"

#include "widgets/base/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Spec {
    Act act;
    const char *name;
    const char *text;
    const char *keys;
    const char *icon = "";
    bool checkable = false;
};

constexpr std::array specs{
    Spec{Act::NewRun, "newRun", QT_TRANSLATE_NOOP("Actions", "&New run…"), "Ctrl+N", "new-run"},
    Spec{Act::OpenRun, "openRun", QT_TRANSLATE_NOOP("Actions", "&Open run…"), "Ctrl+O", "open"},
    Spec{Act::ImportSuite, "importSuite", QT_TRANSLATE_NOOP("Actions", "&Import suite…"), "", "import"},
    Spec{Act::Suites, "suites", QT_TRANSLATE_NOOP("Actions", "Suites and &tasks…"), "Ctrl+T", "edit"},
    Spec{Act::OpenDatabase, "openDatabase", QT_TRANSLATE_NOOP("Actions", "Open &database…"), "", "database"},
    Spec{Act::ExportReport, "exportReport", QT_TRANSLATE_NOOP("Actions", "&Export report…"), "", "export"},
    Spec{Act::ConnectServer, "connectServer", QT_TRANSLATE_NOOP("Actions", "&Connect a model server…"), "", "server"},
    Spec{Act::Quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"},
    Spec{Act::Undo, "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo"},
    Spec{Act::Redo, "redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo"},
    Spec{Act::Find, "find", QT_TRANSLATE_NOOP("Actions", "&Find"), "Ctrl+F", "find"},
    Spec{Act::Start, "start", QT_TRANSLATE_NOOP("Actions", "&Continue"), "F5", "play"},
    Spec{Act::Pause, "pause", QT_TRANSLATE_NOOP("Actions", "&Pause"), "F6", "pause"},
    Spec{Act::StepAttempt, "stepAttempt", QT_TRANSLATE_NOOP("Actions", "Step one &attempt"), "F7", "step"},
    Spec{Act::StepTask, "stepTask", QT_TRANSLATE_NOOP("Actions", "Step one &task"), "Ctrl+F7"},
    Spec{Act::StepRound, "stepRound", QT_TRANSLATE_NOOP("Actions", "Step one &round"), "Ctrl+Shift+F7"},
    Spec{Act::Stop, "stop", QT_TRANSLATE_NOOP("Actions", "&Stop"), "Shift+F5", "stop"},
    Spec{Act::SkipToRoundEnd, "skipToRoundEnd", QT_TRANSLATE_NOOP("Actions", "Skip to the &end of the round"), ""},
    Spec{Act::Back, "back", QT_TRANSLATE_NOOP("Actions", "&Back"), "Alt+Left", "back"},
    Spec{Act::Forward, "forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), "Alt+Right", "forward"},
    Spec{Act::NextFailure, "nextFailure", QT_TRANSLATE_NOOP("Actions", "&Next failure"), "F8", "next-failure"},
    Spec{Act::PreviousFailure, "previousFailure", QT_TRANSLATE_NOOP("Actions", "&Previous failure"), "Shift+F8", "previous-failure"},
    Spec{Act::NextAttempt, "nextAttempt", QT_TRANSLATE_NOOP("Actions", "Next &attempt"), "F9"},
    Spec{Act::PreviousAttempt, "previousAttempt", QT_TRANSLATE_NOOP("Actions", "Previous a&ttempt"), "Shift+F9"},
    Spec{Act::Follow, "follow", QT_TRANSLATE_NOOP("Actions", "F&ollow the run"), "Ctrl+L", "follow", true},
    Spec{Act::AddMemory, "addMemory", QT_TRANSLATE_NOOP("Actions", "&Add a memory…"), "Ctrl+Shift+N", "add"},
    Spec{Act::EditMemory, "editMemory", QT_TRANSLATE_NOOP("Actions", "&Edit the memory"), "F2", "edit"},
    Spec{Act::PinMemory, "pinMemory", QT_TRANSLATE_NOOP("Actions", "&Pin or unpin the memory"), "Ctrl+D", "pin"},
    Spec{Act::ArchiveMemory, "archiveMemory", QT_TRANSLATE_NOOP("Actions", "A&rchive the memory"), "Del", "archive"},
    Spec{Act::CompareVersions, "compareVersions", QT_TRANSLATE_NOOP("Actions", "&Compare with parent"), ""},
    Spec{Act::RollBack, "rollBack", QT_TRANSLATE_NOOP("Actions", "&Roll back…"), "", "roll-back"},
    Spec{Act::UndoRollback, "undoRollback", QT_TRANSLATE_NOOP("Actions", "&Undo rollback"), "", "undo"},
    Spec{Act::Panel1, "panelRunControl", QT_TRANSLATE_NOOP("Actions", "Run control"), "Alt+1"},
    Spec{Act::Panel2, "panelRuns", QT_TRANSLATE_NOOP("Actions", "Runs and attempts"), "Alt+2"},
    Spec{Act::Panel3, "panelDiff", QT_TRANSLATE_NOOP("Actions", "Code diff"), "Alt+3"},
    Spec{Act::Panel4, "panelVerdict", QT_TRANSLATE_NOOP("Actions", "Verdict"), "Alt+4"},
    Spec{Act::Panel5, "panelReflection", QT_TRANSLATE_NOOP("Actions", "Reflection"), "Alt+5"},
    Spec{Act::Panel6, "panelPrompt", QT_TRANSLATE_NOOP("Actions", "Prompt sent"), "Alt+6"},
    Spec{Act::Panel7, "panelMemory", QT_TRANSLATE_NOOP("Actions", "Memory"), "Alt+7"},
    Spec{Act::Panel8, "panelVersions", QT_TRANSLATE_NOOP("Actions", "Prompt versions"), "Alt+8"},
    Spec{Act::Panel9, "panelCurve", QT_TRANSLATE_NOOP("Actions", "Success rate"), "Alt+9"},
    Spec{Act::Panel10, "panelSafety", QT_TRANSLATE_NOOP("Actions", "Safety log"), "Alt+0"},
    Spec{Act::MaximisePanel, "maximisePanel", QT_TRANSLATE_NOOP("Actions", "&Maximise panel"), "Ctrl+Shift+M", "maximise", true},
    Spec{Act::FullScreen, "fullScreen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), "F11", "", true},
    Spec{Act::LargerText, "largerText", QT_TRANSLATE_NOOP("Actions", "&Larger text"), "Ctrl++"},
    Spec{Act::SmallerText, "smallerText", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), "Ctrl+-"},
    Spec{Act::NormalText, "normalText", QT_TRANSLATE_NOOP("Actions", "&Normal text size"), "Ctrl+0"},
    Spec{Act::PerspectiveRun, "perspectiveRun", QT_TRANSLATE_NOOP("Actions", "&Run"), "", "", true},
    Spec{Act::PerspectiveMemory, "perspectiveMemory", QT_TRANSLATE_NOOP("Actions", "&Memory"), "", "", true},
    Spec{Act::PerspectiveVersions, "perspectiveVersions", QT_TRANSLATE_NOOP("Actions", "&Versions"), "", "", true},
    Spec{Act::LockLayout, "lockLayout", QT_TRANSLATE_NOOP("Actions", "L&ock layout"), "", "lock", true},
    Spec{Act::ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "&Reset layout"), ""},
    Spec{Act::Welcome, "welcome", QT_TRANSLATE_NOOP("Actions", "&Welcome"), ""},
    Spec{Act::WhatWorksHere, "whatWorksHere", QT_TRANSLATE_NOOP("Actions", "What &works here"), ""},
    Spec{Act::About, "about", QT_TRANSLATE_NOOP("Actions", "&About Autodidact"), ""},
};

/// Without the mark of the access key; Chinese names it behind the word: "文件(&F)".
QString plain(const QString &text)
{
    static const QRegularExpression behind(u"\\(&.\\)"_s);
    QString words = text;
    return words.remove(behind).remove(u'&');
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
{
    for (const Spec &spec : specs) {
        auto *action = new QAction(window);
        action->setObjectName(QLatin1StringView(spec.name));
        action->setShortcut(QKeySequence(QLatin1StringView(spec.keys), QKeySequence::PortableText));
        action->setCheckable(spec.checkable);
        window->addAction(action);
        m_actions.emplace(spec.act, action);
    }
    // On a keyboard without a key of its own for it, plus is Shift and equals.
    of(Act::LargerText)->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    retranslate();
}

QList<Act> Actions::all() const
{
    QList<Act> acts;
    for (const auto &[act, action] : m_actions)
        acts.append(act);
    return acts;
}

void Actions::allow(Act act)
{
    m_reasons.erase(act);
    of(act)->setEnabled(true);
    showTip(act);
}

void Actions::forbid(Act act, const QString &reason)
{
    m_reasons[act] = reason;
    of(act)->setEnabled(false);
    showTip(act);
}

void Actions::allowIf(bool condition, Act act, const QString &reason)
{
    if (condition)
        allow(act);
    else
        forbid(act, reason);
}

void Actions::retranslate()
{
    for (const Spec &spec : specs) {
        of(spec.act)->setText(QCoreApplication::translate("Actions", spec.text));
        showTip(spec.act);
    }
}

void Actions::updateIcons(const QPalette &palette)
{
    for (const Spec &spec : specs) {
        if (*spec.icon)
            of(spec.act)->setIcon(theme::icon(QLatin1StringView(spec.icon), palette));
    }
}

void Actions::showTip(Act act)
{
    QAction *action = of(act);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    QString tip = plain(action->text());
    if (!keys.isEmpty())
        tip = QCoreApplication::translate("Actions", "%1 (%2)", "name of an action, its keys").arg(tip, keys);
    if (const auto reason = m_reasons.find(act); reason != m_reasons.end())
        tip += u'\n' + reason->second;
    action->setToolTip(tip);
}

} // namespace autodidact
