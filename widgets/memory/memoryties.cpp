// The part of MemoryPanel that ties memories to each other, and looks at what that is worth.
#include "core/control/creditplan.h"
#include "widgets/memory/creditdialog.h"
#include "widgets/memory/memorychoice.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorypanel.h"
#include "widgets/memory/memorysetsdialog.h"

#include <QItemSelectionModel>
#include <QMenu>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

void MemoryPanel::buildTies()
{
    m_more = new QToolButton(m_tools);
    m_more->setObjectName(u"memoryMore"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    auto *menu = new QMenu(m_more);
    menu->setToolTipsVisible(true);
    m_more->setMenu(menu);
    const auto add = [this, menu](const QString &name, void (MemoryPanel::*act)()) {
        QAction *action = menu->addAction(QString());
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_mergeAct = add(u"mergeMemories"_s, &MemoryPanel::mergeSelected);
    m_supersedeAct = add(u"supersedeMemories"_s, &MemoryPanel::supersedeSelected);
    m_contradictAct = add(u"contradictMemories"_s, &MemoryPanel::toggleContradiction);
    menu->addSeparator();
    m_creditAct = add(u"measureCredit"_s, &MemoryPanel::measureCredit);
    menu->addSeparator();
    m_setsAct = add(u"memorySets"_s, &MemoryPanel::showSets);
    m_tools->addWidget(m_more);
}

void MemoryPanel::nameTies()
{
    m_more->setToolTip(tr("More acts on memories"));
    m_more->setAccessibleName(tr("More acts on memories"));
    m_mergeAct->setText(tr("Merge…"));
    m_supersedeAct->setText(tr("Replace older by newer…"));
    m_contradictAct->setText(tr("Mark as contradicting"));
    m_creditAct->setText(tr("Measure credit…"));
    m_setsAct->setText(tr("Memory sets…"));
}

QList<Memory> MemoryPanel::selectedMemories() const
{
    QList<Memory> memories;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        memories.append(m_model->row(index.row()).memory);
    // The one in the editor is offered first.
    std::ranges::stable_partition(memories, [this](const Memory &memory) { return memory.id == m_current.id; });
    return memories;
}

bool MemoryPanel::contradictEachOther(const QList<Memory> &memories)
{
    return memories.size() == 2 && memories[0].contradicts.contains(memories[1].id);
}

void MemoryPanel::updateTies()
{
    const QList<Memory> chosen = selectedMemories();
    const bool writable = !m_scene.frozen;
    const bool several = chosen.size() > 1 && std::ranges::all_of(chosen, [&](const Memory &memory) {
        return memory.state == MemoryState::Active && memory.set == chosen.first().set;
    });
    const auto set = [](QAction *action, bool enabled, const QString &hint, const QString &whyNot) {
        action->setEnabled(enabled);
        action->setToolTip(enabled ? hint : whyNot);
    };
    const QString two = writable ? tr("Choose two or more active memories of one set first.") : tr("This set is frozen.");
    set(m_mergeAct, several && writable, tr("They become one, which takes over uses and tags. The others are archived."), two);
    set(m_supersedeAct, several && writable, tr("One takes the place of the others, which are archived."), two);
    const bool lifted = contradictEachOther(chosen);
    m_contradictAct->setText(lifted ? tr("Lift the contradiction") : tr("Mark as contradicting"));
    set(m_contradictAct, several && chosen.size() == 2 && writable,
        lifted ? tr("They do not contradict each other after all.") : tr("At most one of them is retrieved; evidence decides between them."),
        writable ? tr("Choose exactly two active memories of one set first.") : tr("This set is frozen."));
    set(m_creditAct, m_current.id.isValid() && m_watch.run().isValid(), tr("Make the attempts that carried it again, without it"),
        tr("Choose a memory of a run first."));
}

void MemoryPanel::askWhichStays(const QString &name, const QString &title, const QString &question,
                                Result<QList<Memory>> (*act)(MemoryCommands &, const QList<MemoryId> &, MemoryId))
{
    const QList<Memory> memories = selectedMemories();
    if (memories.size() < 2)
        return;
    auto *dialog = new MemoryChoice(title, question, memories, this);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, memories, act] {
        const MemoryId stays = dialog->chosen();
        QList<MemoryId> others;
        for (const Memory &memory : memories) {
            if (memory.id != stays)
                others.append(memory.id);
        }
        perform([act, others, stays](MemoryCommands &commands) { return act(commands, others, stays); }, After::Stay);
    });
    dialog->open();
}

void MemoryPanel::mergeSelected()
{
    askWhichStays(u"mergeChoice"_s, tr("Merge"), tr("Into which memory? It keeps its text and takes over uses, tags and groups of the others, which are archived."),
                  [](MemoryCommands &commands, const QList<MemoryId> &others, MemoryId into) { return commands.merge(others, into); });
}

void MemoryPanel::supersedeSelected()
{
    askWhichStays(u"supersedeChoice"_s, tr("Replace"), tr("Which memory takes the place of the others? They are archived and point to it."),
                  [](MemoryCommands &commands, const QList<MemoryId> &others, MemoryId by) { return commands.supersede(others, by); });
}

void MemoryPanel::toggleContradiction()
{
    const QList<Memory> memories = selectedMemories();
    if (memories.size() != 2)
        return;
    perform([one = memories[0].id, other = memories[1].id, lift = contradictEachOther(memories)](MemoryCommands &commands) {
        return lift ? commands.reconcile(one, other) : commands.contradict(one, other);
    }, After::Stay);
}

void MemoryPanel::measureCredit()
{
    if (!m_current.id.isValid() || !m_watch.run().isValid())
        return;
    auto *dialog = new CreditDialog(m_services, m_watch.run(), m_current, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MemoryPanel::showSets()
{
    auto *dialog = new MemorySetsDialog(m_services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MemorySetsDialog::failed, this, &MemoryPanel::failed);
    connect(dialog, &MemorySetsDialog::changed, this, [this] { m_watch.reloadNow(); });
    dialog->open();
}

} // namespace autodidact
