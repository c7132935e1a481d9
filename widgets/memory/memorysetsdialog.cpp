#include "widgets/memory/memorysetsdialog.h"

#include "widgets/base/rowcopy.h"
#include "widgets/memory/linesmodel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

MemorySetsDialog::MemorySetsDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_model(new LinesModel(5, this))
    , m_view(new QTableView(this))
    , m_fork(new QPushButton(tr("Fork…"), this))
    , m_freeze(new QPushButton(tr("Freeze"), this))
    , m_remove(new QPushButton(tr("Delete…"), this))
{
    setObjectName(u"memorySetsDialog"_s);
    setWindowTitle(tr("Memory sets"));
    build();
    load();
}

void MemorySetsDialog::build()
{
    auto *hint = new QLabel(tr("A run begins with a copy of a set, or reads a frozen one that several runs share."), this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_model->setHeaders({tr("Set"), tr("Active"), tr("Archived"), tr("State"), tr("Read by")});
    m_view->setObjectName(u"memorySetsTable"_s);
    m_view->setAccessibleName(tr("Memory sets"));
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    RowCopy::on(m_view);
    m_fork->setObjectName(u"forkSet"_s);
    m_freeze->setObjectName(u"freezeSet"_s);
    m_remove->setObjectName(u"removeSet"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    for (QPushButton *button : {m_fork, m_freeze, m_remove})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addWidget(m_view, 1);
    column->addWidget(buttons);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MemorySetsDialog::updateButtons);
    connect(m_fork, &QPushButton::clicked, this, &MemorySetsDialog::fork);
    connect(m_freeze, &QPushButton::clicked, this, &MemorySetsDialog::toggleFrozen);
    connect(m_remove, &QPushButton::clicked, this, &MemorySetsDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButtons();
    resize(640, 360);
}

void MemorySetsDialog::load()
{
    m_services.reader.ask(this, m_ticket, [](Database &database) { return MemorySetCommands(database).list(); },
                          [this](const Result<QList<MemorySetSummary>> &sets) {
                              m_sets = sets.value_or(QList<MemorySetSummary>());
                              display();
                          });
}

void MemorySetsDialog::display()
{
    const int row = std::max(0, m_view->currentIndex().row());
    QList<LinesModel::Line> lines;
    for (const MemorySetSummary &one : std::as_const(m_sets)) {
        const QString state = one.set.frozen ? tr("frozen") : one.set.run.isValid() ? tr("of a run") : tr("open", "a memory set that may change");
        lines.append({{one.set.name, QLocale().toString(one.active), QLocale().toString(one.archived), state, one.readers.join(u", "_s)}, one.readers.join(u'\n'), {}});
    }
    m_model->setLines(lines);
    if (!lines.isEmpty())
        m_view->setCurrentIndex(m_model->index(std::min(row, int(lines.size()) - 1), 0));
    updateButtons();
}

const MemorySetSummary *MemorySetsDialog::current() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_sets.size() ? &m_sets[row] : nullptr;
}

void MemorySetsDialog::updateButtons()
{
    const MemorySetSummary *set = current();
    m_fork->setEnabled(set);
    m_freeze->setEnabled(set);
    m_freeze->setText(set && set->set.frozen ? tr("Unfreeze") : tr("Freeze"));
    m_remove->setEnabled(set && !set->set.run.isValid());
    m_remove->setToolTip(set && set->set.run.isValid() ? tr("A run's own set goes with the run.") : QString());
}

void MemorySetsDialog::perform(Act act)
{
    performFor<Done>(this, m_services.agent, [act = std::move(act)](Database &database, Journal &) mutable -> Result<Done> {
        MemorySetCommands commands(database);
        return act(commands).transform([] { return Done(); });
    }, [this](const Result<Done> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        else
            Q_EMIT changed();
        load();
    });
}

void MemorySetsDialog::fork()
{
    const MemorySetSummary *set = current();
    if (!set)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"forkName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Fork"));
    dialog->setLabelText(tr("Name of the copy of “%1”:").arg(set->set.name));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, from = set->set.name](const QString &text) {
        if (const QString name = text.trimmed(); !name.isEmpty())
            perform([from, name](MemorySetCommands &commands) { return commands.fork(from, name).transform([](const auto &) {}); });
    });
    dialog->open();
}

void MemorySetsDialog::toggleFrozen()
{
    if (const MemorySetSummary *set = current()) {
        perform([name = set->set.name, frozen = set->set.frozen](MemorySetCommands &commands) {
            return (frozen ? commands.unfreeze(name) : commands.freeze(name)).transform([](const auto &) {});
        });
    }
}

void MemorySetsDialog::remove()
{
    const MemorySetSummary *set = current();
    if (!set)
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete"), {}, QMessageBox::Cancel, this);
    box->setObjectName(u"removeSetQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Delete the set “%1” with %n memory(ies)? This cannot be undone.", nullptr, set->active + set->archived).arg(set->set.name));
    QPushButton *yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, name = set->set.name] {
        perform([name](MemorySetCommands &commands) { return commands.remove(name); });
    });
    box->open();
}

} // namespace autodidact
