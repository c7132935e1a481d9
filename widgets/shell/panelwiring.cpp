#include "widgets/shell/panelwiring.h"

#include "core/control/runcommands.h"
#include "core/storage/runreader.h"
#include "widgets/base/errortext.h"
#include "widgets/codediff/diffpanel.h"
#include "widgets/curve/curvepanel.h"
#include "widgets/memory/memorypanel.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/reflection/reflectionpanel.h"
#include "widgets/runs/runspanel.h"
#include "widgets/safety/safetypanel.h"
#include "widgets/verdict/verdictpanel.h"
#include "widgets/versions/versionspanel.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace autodidact {

PanelWiring::PanelWiring(const PanelSet &panels, Services &services, Actions &actions, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_panels(panels)
    , m_services(services)
    , m_actions(actions)
    , m_messages(messages)
{
    wireVersions();
    wireMemories();
    wireLines();
    wireActions();
    updateActions();
}

void PanelWiring::wireVersions()
{
    connect(m_panels.versions, &VersionsPanel::versionHighlighted, this, [this](int version) {
        const std::optional<int> shown = version > 0 ? std::optional(version) : std::nullopt;
        m_panels.curve->highlightVersion(shown);
        m_panels.runs->highlightVersion(shown);
    });
    connect(m_panels.curve, &CurvePanel::versionHighlighted, this, &PanelWiring::showVersion);
    connect(m_panels.curve, &CurvePanel::updateRequested, m_panels.safety, &SafetyPanel::showUpdate);
    connect(m_panels.curve, &CurvePanel::decisionRequested, m_panels.safety, &SafetyPanel::showDecision);
    connect(m_panels.safety, &SafetyPanel::versionHighlighted, this, &PanelWiring::showVersion);
    connect(&m_services.cursor, &CursorKeeper::moved, this, [this](const Cursor &cursor) {
        if (cursor.round && !cursor.task)
            m_panels.safety->showRound(*cursor.round);
    });
    connect(m_panels.versions, &VersionsPanel::rolledBack, this, &PanelWiring::decided);
    connect(m_panels.safety, &SafetyPanel::rolledBack, this, &PanelWiring::decided);
    connect(m_panels.versions, &VersionsPanel::failed, this, [this](const Error &error) { report(u"versions"_s, error); });
    connect(m_panels.safety, &SafetyPanel::failed, this, [this](const Error &error) { report(u"safety"_s, error); });
    connect(m_panels.curve, &CurvePanel::failed, this, [this](const Error &error) { report(u"curve"_s, error); });
}

void PanelWiring::showVersion(int version)
{
    m_panels.versions->highlightVersion(version);
    m_panels.curve->highlightVersion(version);
    m_panels.runs->highlightVersion(version);
}

void PanelWiring::wireMemories()
{
    connect(m_panels.memory, &MemoryPanel::memoryHighlighted, m_panels.runs, &RunsPanel::showMemoryUses);
    connect(m_panels.memory, &MemoryPanel::failed, this, [this](const Error &error) { report(u"memory"_s, error); });
    connect(m_panels.prompt, &PromptPanel::memoryRequested, m_panels.memory, &MemoryPanel::highlightMemory);
    connect(m_panels.prompt, &PromptPanel::ruleRequested, this, &PanelWiring::showRule);
}

/// A rule of a prompt leads to the version that brought it.
void PanelWiring::showRule(const QString &rule)
{
    const RunId run = m_services.cursor.cursor().run;
    m_services.reader.ask(this, m_ticket, [run](Database &database) { return RunReader(database).versions(run); },
                          [this, rule](Result<QList<VersionRow>> rows) {
                              for (const VersionRow &row : rows.value_or(QList<VersionRow>())) {
                                  for (const Rule &known : row.version.rules) {
                                      if (known.id == rule) {
                                          showVersion(known.addedIn);
                                          return;
                                      }
                                  }
                              }
                          });
}

void PanelWiring::wireLines()
{
    connect(m_panels.verdict, &VerdictPanel::lineRequested, m_panels.diff, &DiffPanel::goToLine);
    connect(m_panels.reflection, &ReflectionPanel::lineRequested, m_panels.diff, &DiffPanel::goToLine);
    QAction *next = m_actions.of(Act::NextFailure);
    connect(m_panels.diff, &DiffPanel::nextFailureWanted, next, &QAction::trigger);
    connect(m_panels.verdict, &VerdictPanel::nextFailureWanted, next, &QAction::trigger);
    connect(m_panels.reflection, &ReflectionPanel::nextFailureWanted, next, &QAction::trigger);
    connect(m_panels.prompt, &PromptPanel::nextFailureWanted, next, &QAction::trigger);
}

void PanelWiring::wireActions()
{
    const auto on = [this](Act act, auto *panel, auto slot) {
        connect(m_actions.of(act), &QAction::triggered, panel, [panel, slot] { (panel->*slot)(); });
    };
    on(Act::AddMemory, m_panels.memory, &MemoryPanel::addMemory);
    on(Act::EditMemory, m_panels.memory, &MemoryPanel::editMemory);
    on(Act::PinMemory, m_panels.memory, &MemoryPanel::togglePin);
    on(Act::ArchiveMemory, m_panels.memory, &MemoryPanel::archive);
    on(Act::Undo, m_panels.memory, &MemoryPanel::undo);
    on(Act::Redo, m_panels.memory, &MemoryPanel::redo);
    on(Act::CompareVersions, m_panels.versions, &VersionsPanel::compareWithParent);
    on(Act::RollBack, m_panels.versions, &VersionsPanel::rollBack);
    on(Act::UndoRollback, m_panels.versions, &VersionsPanel::undoRollback);
    connect(m_actions.of(Act::Find), &QAction::triggered, this, &PanelWiring::find);
    connect(m_panels.memory, &MemoryPanel::stateChanged, this, &PanelWiring::updateActions);
    connect(m_panels.versions, &VersionsPanel::stateChanged, this, &PanelWiring::updateActions);
    connect(&m_services.cursor, &CursorKeeper::moved, this, &PanelWiring::updateActions);
}

void PanelWiring::updateActions()
{
    const bool run = m_services.cursor.cursor().run.isValid();
    const bool memory = m_panels.memory->hasSelection();
    const int version = m_panels.versions->highlighted();
    const QString noRun = tr("Choose a run first.");
    m_actions.allowIf(run, Act::AddMemory, noRun);
    for (const Act act : {Act::EditMemory, Act::PinMemory, Act::ArchiveMemory})
        m_actions.allowIf(memory, act, tr("Choose a memory first."));
    m_actions.allowIf(m_panels.memory->canUndo(), Act::Undo, tr("Nothing was done to memories that could be undone."));
    m_actions.allowIf(m_panels.memory->canRedo(), Act::Redo, tr("Nothing was undone."));
    m_actions.allowIf(version > 1, Act::CompareVersions, tr("Choose a prompt version that has a parent."));
    m_actions.allowIf(version > 0, Act::RollBack, tr("Choose the prompt version to return to."));
    m_actions.allowIf(m_panels.versions->canUndoRollback(), Act::UndoRollback, tr("There is no rollback to undo."));
}

/// In the panel with the focus, where it can be searched; else among the attempts.
void PanelWiring::find()
{
    const QWidget *focus = QApplication::focusWidget();
    if (m_panels.memory->isAncestorOf(focus))
        m_panels.memory->find();
    else if (m_panels.prompt->isAncestorOf(focus))
        m_panels.prompt->beginSearch();
    else
        m_panels.runs->beginSearch();
}

void PanelWiring::report(const QString &key, const Error &error)
{
    m_messages.post({.key = key, .severity = Severity::Failure, .text = errorHeading(error.kind), .details = error.detail, .remedies = {}});
}

/// Says what a person's decision does, and offers to take it back where that can be.
void PanelWiring::decided(const SafetyDecision &decision)
{
    Message message{.key = u"rollback"_s, .severity = Severity::Note, .text = {}, .details = {}, .remedies = {}};
    switch (decision.action) {
    case SafetyAction::RollBack:
        message.text = tr("Version %1 is used again from round %2 on. Nothing was deleted.").arg(decision.toVersion).arg(decision.effectiveRound);
        break;
    case SafetyAction::Hold:
        message.text = tr("Version %1 is held: no automatic updates until you allow them.").arg(decision.toVersion);
        break;
    case SafetyAction::Undo:
        message.text = tr("The decision is undone. Version %1 is used from round %2 on.").arg(decision.toVersion).arg(decision.effectiveRound);
        break;
    default: message.text = tr("Automatic updates are allowed again."); break;
    }
    if (decision.action == SafetyAction::RollBack || decision.action == SafetyAction::Hold)
        message.remedies.append({u"undoRollbackNow"_s, tr("Undo"), [this, run = decision.run] { undo(run); }});
    // Each decision is news of its own: it replaces the last one and is not counted with it.
    m_messages.withdraw(message.key);
    m_messages.post(message);
}

/// Of the run that was decided about, whichever run shows by now; the panels learn of it from the event.
void PanelWiring::undo(RunId run)
{
    performFor<SafetyDecision>(this, m_services.agent,
        [run](Database &database, Journal &journal) { return VersionCommands(database, journal).undo(run); },
        [this](const Result<SafetyDecision> &decision) { decision ? decided(*decision) : report(u"versions"_s, decision.error()); });
}

} // namespace autodidact
