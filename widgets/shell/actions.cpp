#include "widgets/shell/actions.h"

#include "widgets/base/theme.h"

#include <QAction>
#include <QCoreApplication>
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

#define WORDS(text) QT_TRANSLATE_NOOP("Actions", text)

constexpr std::array specs{
    Spec{Act::NewRun, "newRun", WORDS("&New run…"), "Ctrl+N", "new-run"},
    Spec{Act::OpenRun, "openRun", WORDS("&Open run…"), "Ctrl+O", "open"},
    Spec{Act::ImportSuite, "importSuite", WORDS("&Import suite…"), "", "import"},
    Spec{Act::OpenDatabase, "openDatabase", WORDS("Open &database…"), "", "database"},
    Spec{Act::ExportReport, "exportReport", WORDS("&Export report…"), "", "export"},
    Spec{Act::ConnectServer, "connectServer", WORDS("&Connect a model server…"), "", "server"},
    Spec{Act::Quit, "quit", WORDS("&Quit"), "Ctrl+Q"},
    Spec{Act::Undo, "undo", WORDS("&Undo"), "Ctrl+Z", "undo"},
    Spec{Act::Redo, "redo", WORDS("&Redo"), "Ctrl+Shift+Z", "redo"},
    Spec{Act::Find, "find", WORDS("&Find"), "Ctrl+F", "find"},
    Spec{Act::Start, "start", WORDS("&Continue"), "F5", "play"},
    Spec{Act::Pause, "pause", WORDS("&Pause"), "F6", "pause"},
    Spec{Act::StepAttempt, "stepAttempt", WORDS("Step one &attempt"), "F7", "step"},
    Spec{Act::StepTask, "stepTask", WORDS("Step one &task"), "Ctrl+F7"},
    Spec{Act::StepRound, "stepRound", WORDS("Step one &round"), "Ctrl+Shift+F7"},
    Spec{Act::Stop, "stop", WORDS("&Stop"), "Shift+F5", "stop"},
    Spec{Act::SkipToRoundEnd, "skipToRoundEnd", WORDS("Skip to the &end of the round"), ""},
    Spec{Act::Back, "back", WORDS("&Back"), "Alt+Left", "back"},
    Spec{Act::Forward, "forward", WORDS("&Forward"), "Alt+Right", "forward"},
    Spec{Act::NextFailure, "nextFailure", WORDS("&Next failure"), "F8", "next-failure"},
    Spec{Act::PreviousFailure, "previousFailure", WORDS("&Previous failure"), "Shift+F8", "previous-failure"},
    Spec{Act::NextAttempt, "nextAttempt", WORDS("Next &attempt"), "F9"},
    Spec{Act::PreviousAttempt, "previousAttempt", WORDS("Previous a&ttempt"), "Shift+F9"},
    Spec{Act::Follow, "follow", WORDS("F&ollow the run"), "Ctrl+L", "follow", true},
    Spec{Act::AddMemory, "addMemory", WORDS("&Add a memory…"), "Ctrl+Shift+N", "add"},
    Spec{Act::EditMemory, "editMemory", WORDS("&Edit the memory"), "F2", "edit"},
    Spec{Act::PinMemory, "pinMemory", WORDS("&Pin or unpin the memory"), "Ctrl+D", "pin"},
    Spec{Act::ArchiveMemory, "archiveMemory", WORDS("A&rchive the memory"), "Del", "archive"},
    Spec{Act::CompareVersions, "compareVersions", WORDS("&Compare with parent"), ""},
    Spec{Act::RollBack, "rollBack", WORDS("&Roll back…"), "", "roll-back"},
    Spec{Act::UndoRollback, "undoRollback", WORDS("&Undo rollback"), "", "undo"},
    Spec{Act::Panel1, "panelRunControl", WORDS("Run control"), "Alt+1"},
    Spec{Act::Panel2, "panelRuns", WORDS("Runs and attempts"), "Alt+2"},
    Spec{Act::Panel3, "panelDiff", WORDS("Code diff"), "Alt+3"},
    Spec{Act::Panel4, "panelVerdict", WORDS("Verdict"), "Alt+4"},
    Spec{Act::Panel5, "panelReflection", WORDS("Reflection"), "Alt+5"},
    Spec{Act::Panel6, "panelPrompt", WORDS("Prompt sent"), "Alt+6"},
    Spec{Act::Panel7, "panelMemory", WORDS("Memory"), "Alt+7"},
    Spec{Act::Panel8, "panelVersions", WORDS("Prompt versions"), "Alt+8"},
    Spec{Act::Panel9, "panelCurve", WORDS("Success rate"), "Alt+9"},
    Spec{Act::Panel10, "panelSafety", WORDS("Safety log"), "Alt+0"},
    Spec{Act::MaximisePanel, "maximisePanel", WORDS("&Maximise panel"), "Ctrl+Shift+M", "maximise", true},
    Spec{Act::FullScreen, "fullScreen", WORDS("&Full screen"), "F11", "", true},
    Spec{Act::LargerText, "largerText", WORDS("&Larger text"), "Ctrl++"},
    Spec{Act::SmallerText, "smallerText", WORDS("&Smaller text"), "Ctrl+-"},
    Spec{Act::NormalText, "normalText", WORDS("&Normal text size"), "Ctrl+0"},
    Spec{Act::LockLayout, "lockLayout", WORDS("L&ock layout"), "", "lock", true},
    Spec{Act::ResetLayout, "resetLayout", WORDS("&Reset layout"), ""},
    Spec{Act::Welcome, "welcome", WORDS("&Welcome"), ""},
    Spec{Act::WhatWorksHere, "whatWorksHere", WORDS("What &works here"), ""},
    Spec{Act::About, "about", WORDS("&About Autodidact"), ""},
};

#undef WORDS

QString plain(const QString &text)
{
    QString words = text;
    return words.remove(u'&');
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
