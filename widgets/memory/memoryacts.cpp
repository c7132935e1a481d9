// The part of MemoryPanel that changes memories.
#include "widgets/memory/memorybar.h"
#include "widgets/memory/memorydraftfile.h"
#include "widgets/memory/memoryeditor.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorypanel.h"

#include <QInputDialog>
#include <QItemSelectionModel>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QInputDialog *ask(QWidget *parent, const QString &name, const QString &title, const QString &label)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->resize(440, dialog->sizeHint().height());
    return dialog;
}

} // namespace

QList<MemoryId> MemoryPanel::selectedIds() const
{
    QList<MemoryId> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        ids.append(m_model->row(index.row()).memory.id);
    if (ids.isEmpty() && m_current.id.isValid())
        ids.append(m_current.id);        // shown without a row
    return ids;
}

bool MemoryPanel::hasSelection() const
{
    return !selectedIds().isEmpty();
}

MemorySetId MemoryPanel::setInHand() const
{
    return m_bar->query().scope == MemoryQuery::Scope::All && m_current.set.isValid() ? m_current.set : m_scene.set;
}

void MemoryPanel::perform(Act act, After after)
{
    MemoryId next;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (after == After::NextRow && selected.size() == 1 && selected.first().row() + 1 < m_model->rowCount())
        next = m_model->row(selected.first().row() + 1).memory.id;
    performFor<QList<Memory>>(this, m_services.agent,
        [act = std::move(act)](Database &database, Journal &journal) mutable {
            MemoryCommands commands(database, journal);
            return act(commands);
        },
        [this, next](const Result<QList<Memory>> &changed) {
            if (changed)
                applied(*changed, next);
            else
                Q_EMIT failed(changed.error());
        });
}

void MemoryPanel::applied(const QList<Memory> &changed, MemoryId next)
{
    const MemoryQuery &query = m_bar->query();
    const int row = m_table->currentIndex().row();
    for (const Memory &memory : changed) {
        if (memory.id == m_current.id)
            m_current = memory;
        const bool belongs = matches(memory, query, m_scene.meanSuccess);
        if (!belongs)
            m_model->remove(memory.id);
        else if (!m_model->replace(memory) && query.text.isEmpty() && memory.revision == 1)
            m_model->insertFirst({memory, {}, {}});
    }
    const int wanted = next.isValid() ? m_model->rowOf(next) : m_model->rowOf(m_current.id);
    if (wanted >= 0)
        selectRow(wanted);
    else if (m_model->rowCount() > 0)
        selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
    rowChosen();
    showCounts();
    loadScene();
}

void MemoryPanel::keep()
{
    const QList<MemoryId> ids = selectedIds();
    if (!ids.isEmpty())
        perform([ids](MemoryCommands &commands) { return commands.markReviewed(ids); }, After::NextRow);
}

void MemoryPanel::togglePin()
{
    const QList<MemoryId> ids = selectedIds();
    if (!ids.isEmpty())
        perform([ids, pinned = !m_current.pinned](MemoryCommands &commands) { return commands.setPinned(ids, pinned); }, After::Stay);
}

void MemoryPanel::archive()
{
    const QList<MemoryId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    QInputDialog *dialog = ask(this, u"archiveReason"_s, tr("Archive"), tr("Archive %n memory(ies). They leave retrieval and keep uses, pin and tags.\nReason (optional):", nullptr, int(ids.size())));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, ids](const QString &reason) {
        perform([ids, reason = reason.trimmed()](MemoryCommands &commands) { return commands.archive(ids, reason); }, After::NextRow);
    });
    dialog->open();
}

void MemoryPanel::restore()
{
    const QList<MemoryId> ids = selectedIds();
    if (!ids.isEmpty())
        perform([ids](MemoryCommands &commands) { return commands.restore(ids); }, After::NextRow);
}

void MemoryPanel::tagSelected()
{
    const QList<MemoryId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    QInputDialog *dialog = ask(this, u"tagMemories"_s, tr("Tag"), tr("Tags for %n memory(ies), separated by commas. A minus before a tag removes it.", nullptr, int(ids.size())));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, ids](const QString &text) {
        QStringList add;
        QStringList remove;
        for (const QString &part : QString(text).replace(u'，', u',').split(u',', Qt::SkipEmptyParts)) {
            const QString tag = part.trimmed();
            if (tag.startsWith(u'-') && tag.size() > 1)
                remove.append(tag.mid(1).trimmed());
            else if (!tag.isEmpty() && tag != u"-"_s)
                add.append(tag);
        }
        if (!add.isEmpty() || !remove.isEmpty())
            perform([=](MemoryCommands &commands) { return commands.tag(ids, add, remove); }, After::Stay);
    });
    dialog->open();
}

void MemoryPanel::addMemory()
{
    if (!m_scene.set.isValid() || m_scene.frozen)
        return;
    m_adding = true;
    showBody();
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_tabs->setCurrentIndex(0);
    open({});
    m_editor->startTyping();
}

void MemoryPanel::editMemory()
{
    if (!m_current.id.isValid())
        return;
    m_tabs->setCurrentIndex(0);
    m_editor->startTyping();
}

void MemoryPanel::typed()
{
    m_drafts.keep(m_current.id, m_editor->draft(), m_current.id.isValid() ? draftOf(m_current) : MemoryDraft());
    m_editor->setChanged(m_drafts.has(m_current.id));
    draftsChanged();
}

void MemoryPanel::draftsChanged()
{
    m_model->setDrafts(m_drafts.ids());
    m_draftTimer.start();
}

/// In the agent thread, which ends only when everything that waits there is done: also when the window closes.
void MemoryPanel::writeDrafts()
{
    m_draftTimer.stop();
    if (m_databasePath.isEmpty())
        return;
    performFor<Done>(this, m_services.agent, [file = MemoryDraftFile(m_databasePath), drafts = m_drafts.all()](Database &, Journal &) {
        return file.write(drafts).transform([] { return Done(); });
    }, [this](const Result<Done> &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

void MemoryPanel::adoptDrafts(const Result<MemoryDrafts::Table> &earlier)
{
    if (!earlier) {
        Q_EMIT failed(earlier.error());
        return;
    }
    m_drafts.adopt(*earlier);
    m_model->setDrafts(m_drafts.ids());
    if (m_drafts.has(m_current.id))
        open(m_current);
}

void MemoryPanel::save()
{
    const MemoryId id = m_current.id;
    if (!m_drafts.has(id))
        return;
    const MemoryDraft draft = m_editor->draft();
    performFor<Memory>(this, m_services.agent,
        [id, draft, set = m_scene.set](Database &database, Journal &journal) {
            MemoryCommands commands(database, journal);
            return id.isValid() ? commands.edit(id, draft) : commands.add(set, draft);
        },
        [this, id, draft](const Result<Memory> &memory) {
            if (!memory) {
                Q_EMIT failed(memory.error());      // the draft stays
                return;
            }
            // What was typed while it was being stored is a draft still.
            const bool typedOn = m_drafts.draft(id, draft) != draft;
            if (!typedOn)
                m_drafts.drop(id);
            draftsChanged();
            m_adding = false;
            if (m_current.id == id)
                m_current = *memory;
            applied({*memory}, m_current.id);
        });
}

void MemoryPanel::discard()
{
    m_drafts.drop(m_current.id);
    draftsChanged();
    m_editor->setDraft(m_current.id.isValid() ? draftOf(m_current) : MemoryDraft());
    m_editor->setChanged(false);
    if (m_current.id.isValid())
        return;
    m_adding = false;
    if (m_model->rowCount() > 0)
        selectRow(0);
    showEmptyOrBody();
}

bool MemoryPanel::canUndo() const
{
    return m_scene.canUndo || m_bar->query().scope == MemoryQuery::Scope::All;
}

bool MemoryPanel::canRedo() const
{
    return m_scene.canRedo || m_bar->query().scope == MemoryQuery::Scope::All;
}

void MemoryPanel::undo()
{
    takeBack(&MemoryCommands::undo);
}

void MemoryPanel::redo()
{
    takeBack(&MemoryCommands::redo);
}

void MemoryPanel::takeBack(Result<int> (MemoryCommands::*way)(MemorySetId))
{
    const MemorySetId set = setInHand();
    if (!set.isValid())
        return;
    performFor<int>(this, m_services.agent, [set, way](Database &database, Journal &journal) {
        MemoryCommands commands(database, journal);
        return (commands.*way)(set);
    }, [this](const Result<int> &count) {
        if (!count) {
            Q_EMIT failed(count.error());
            return;
        }
        m_watch.reloadNow();
    });
}

} // namespace autodidact
