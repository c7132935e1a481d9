#include "widgets/dialogs/openrundialog.h"

#include "core/storage/runreader.h"
#include "widgets/base/errortext.h"
#include "widgets/dialogs/runlistmodel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

OpenRunDialog::OpenRunDialog(Reader &reader, QWidget *parent)
    : QDialog(parent)
    , m_reader(reader)
    , m_model(new RunListModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTreeView(this))
    , m_note(new QLabel(this))
{
    setObjectName(u"openRunDialog"_s);
    setWindowTitle(tr("Open run"));
    build();
    load();
}

void OpenRunDialog::build()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RunListModel::SortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setObjectName(u"runFilter"_s);
    m_filter->setPlaceholderText(tr("Name, suite or model"));
    m_filter->setClearButtonEnabled(true);
    m_view->setObjectName(u"runList"_s);
    m_view->setAccessibleName(tr("Runs"));
    m_view->setModel(m_sorted);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(RunListModel::Created, Qt::DescendingOrder);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(u"openChosenRun"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addWidget(m_note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &OpenRunDialog::choose);
    connect(m_view, &QTreeView::activated, this, &OpenRunDialog::choose);
    connect(m_filter, &QLineEdit::textChanged, this, &OpenRunDialog::filter);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OpenRunDialog::updateButtons);
    updateButtons();
    resize(qMin(60 * fontMetrics().height(), 1100), qMin(26 * fontMetrics().height(), 600));
}

void OpenRunDialog::load()
{
    m_reader.ask(this, m_ticket, [](Database &database) { return RunReader(database).runs(); }, [this](Result<QList<RunRow>> rows) {
        m_note->setVisible(!rows || rows->isEmpty());
        m_note->setText(rows ? tr("This database holds no run yet.") : errorText(rows.error()));
        m_model->setRows(rows.value_or(QList<RunRow>()));
        for (int column = 0; column < RunListModel::ColumnCount; ++column) {
            m_view->resizeColumnToContents(column);
            m_view->setColumnWidth(column, m_view->columnWidth(column) + fontMetrics().height());
        }
        m_view->setCurrentIndex(m_sorted->index(0, 0));
    });
}

void OpenRunDialog::filter(const QString &text)
{
    m_sorted->setFilterFixedString(text);
    if (!m_view->selectionModel()->hasSelection())
        m_view->setCurrentIndex(m_sorted->index(0, 0));
    if (m_model->rowCount() > 0) {
        m_note->setText(tr("No run matches."));
        m_note->setVisible(m_sorted->rowCount() == 0);
    }
}

void OpenRunDialog::updateButtons()
{
    m_open->setEnabled(m_view->selectionModel()->hasSelection());
    m_open->setToolTip(m_open->isEnabled() ? QString() : tr("Choose a run first."));
}

void OpenRunDialog::choose()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    Q_EMIT runChosen(RunId{index.data(RunListModel::RunIdRole).toLongLong()});
    accept();
}

} // namespace autodidact
