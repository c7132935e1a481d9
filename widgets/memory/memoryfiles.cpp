// The part of MemoryPanel that reads and writes files.
#include "core/memory/memoryfile.h"
#include "widgets/memory/memorybar.h"
#include "widgets/memory/memorypanel.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QFileDialog *makeDialog(QWidget *parent, const QString &name, const QString &title, QFileDialog::AcceptMode mode)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setNameFilters({MemoryPanel::tr("Memories (*.jsonl)"), MemoryPanel::tr("All files (*)")});
    dialog->setDefaultSuffix(u"jsonl"_s);
    return dialog;
}

/// Everything the query lists, all pages.
Result<QList<Memory>> wholeQuery(Database &database, const MemoryQuery &query)
{
    QList<Memory> memories;
    for (;;) {
        const Result<MemoryPage> page = readMemoryPage(database, query, int(memories.size()));
        if (!page)
            return std::unexpected(page.error());
        for (const MemoryRow &row : page->rows)
            memories.append(row.memory);
        if (page->complete || page->rows.isEmpty())
            return memories;
    }
}

} // namespace

void MemoryPanel::importFile()
{
    const MemorySetId set = m_scene.set;
    if (!set.isValid())
        return;
    QFileDialog *dialog = makeDialog(this, u"importMemories"_s, tr("Import memories"), QFileDialog::AcceptOpen);
    connect(dialog, &QFileDialog::fileSelected, this, [this, set](const QString &path) {
        performFor<QList<Memory>>(this, m_services.agent, [set, path](Database &database, Journal &journal) {
            return importMemories(path).and_then([&](const QList<Memory> &memories) { return MemoryCommands(database, journal).import(set, memories); });
        }, [this](const Result<QList<Memory>> &imported) {
            if (imported)
                m_watch.reloadNow();
            else
                Q_EMIT failed(imported.error());
        });
    });
    dialog->open();
}

void MemoryPanel::exportFile()
{
    QFileDialog *dialog = makeDialog(this, u"exportMemories"_s, tr("Export the listed memories"), QFileDialog::AcceptSave);
    dialog->selectFile(m_scene.setName.isEmpty() ? u"memories.jsonl"_s : m_scene.setName + u".jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, query = m_bar->query()](const QString &path) {
        // A search by meaning is exported by its words: the index belongs to another thread.
        m_services.reader.ask(this, m_exportTicket, [query, path](Database &database) {
            return wholeQuery(database, query).and_then([&path](const QList<Memory> &memories) { return exportMemories(memories, path); }).transform([] { return Done{}; });
        }, [this](const Result<Done> &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
    });
    dialog->open();
}

} // namespace autodidact
