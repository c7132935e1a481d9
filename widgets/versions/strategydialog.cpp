#include "widgets/versions/strategydialog.h"

#include "widgets/base/nowheel.h"
#include "widgets/base/rowcopy.h"
#include "widgets/base/theme.h"

#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QValueAxis>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Fills the box, and keeps what was chosen where it is still there.
void offer(QComboBox *box, const QStringList &texts)
{
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentText();
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(std::max(0, int(texts.indexOf(chosen))));
}

} // namespace

StrategyDialog::StrategyDialog(Services &services, const Run &run, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_run(run)
    , m_nothing(new QLabel(tr("The strategy search has learnt nothing here. It runs with the update strategies rl, meta and all."), this))
    , m_context(new QComboBox(this))
    , m_dimension(new QComboBox(this))
    , m_chart(new QChartView(this))
    , m_model(new QStandardItemModel(0, 5, this))
    , m_table(new QTableView(this))
{
    setObjectName(u"strategyDialog"_s);
    setWindowTitle(tr("Strategy search of %1").arg(run.name));
    build();
    load();
}

void StrategyDialog::build()
{
    m_nothing->setObjectName(u"strategyNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_context->setObjectName(u"strategyContext"_s);
    m_context->setAccessibleName(tr("Context"));
    m_dimension->setObjectName(u"strategyChoice"_s);
    m_dimension->setAccessibleName(tr("Choice"));
    for (QComboBox *box : {m_context, m_dimension}) {
        NoWheel::guard(box);
        connect(box, &QComboBox::currentIndexChanged, this, &StrategyDialog::display);
    }
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->setMinimumHeight(180);
    m_model->setHorizontalHeaderLabels({tr("Option"), tr("Weight"), tr("Picks"), tr("Counted"), tr("Mean reward")});
    m_table->setObjectName(u"strategyTable"_s);
    m_table->setAccessibleName(tr("Options after the last round"));
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    RowCopy::on(m_table);
    auto *boxes = new QHBoxLayout;
    for (const auto &[text, box] : {std::pair(tr("Context"), m_context), {tr("Choice"), m_dimension}}) {
        auto *label = new QLabel(text, this);
        label->setBuddy(box);
        boxes->addWidget(label);
        boxes->addWidget(box, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(boxes);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_chart, 3);
    column->addWidget(m_table, 2);
    column->addWidget(buttons);
    resize(640, 520);
    setRows({});
}

void StrategyDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        display();
}

void StrategyDialog::load()
{
    m_services.reader.ask(this, m_ticket, [run = m_run](Database &database) { return searchRows(database, run); },
                          [this](const Result<QList<SearchRow>> &rows) {
                              if (rows)
                                  setRows(*rows);
                              else
                                  m_nothing->setText(rows.error().detail);
                          });
}

void StrategyDialog::setRows(const QList<SearchRow> &rows)
{
    m_rows = rows;
    fillChoices();
    for (QWidget *part : std::initializer_list<QWidget *>{m_chart, m_table})
        part->setVisible(!rows.isEmpty());
    m_nothing->setVisible(rows.isEmpty());
    for (QComboBox *box : {m_context, m_dimension})
        box->setEnabled(!rows.isEmpty());
    display();
}

void StrategyDialog::fillChoices()
{
    QStringList contexts;
    QStringList dimensions;
    for (const SearchRow &row : std::as_const(m_rows)) {
        if (!contexts.contains(row.context))
            contexts.append(row.context);
        if (!dimensions.contains(row.dimension))
            dimensions.append(row.dimension);
    }
    contexts.sort();
    offer(m_context, contexts);
    offer(m_dimension, dimensions);
}

void StrategyDialog::display()
{
    QList<SearchRow> shown;
    for (const SearchRow &row : std::as_const(m_rows)) {
        if (row.context == m_context->currentText() && row.dimension == m_dimension->currentText())
            shown.append(row);
    }
    drawChart(shown);
    m_model->removeRows(0, m_model->rowCount());
    const int last = shown.isEmpty() ? 0 : shown.last().round;
    const QLocale locale;
    for (const SearchRow &row : std::as_const(shown)) {
        if (row.round != last)
            continue;
        QList<QStandardItem *> cells;
        for (const QString &text : {row.option, locale.toString(row.weight, 'f', 3), locale.toString(row.picks),
                                    locale.toString(row.pulls, 'f', 1), locale.toString(row.mean, 'f', 2)})
            cells.append(new QStandardItem(text));
        m_model->appendRow(cells);
    }
}

void StrategyDialog::drawChart(const QList<SearchRow> &rows)
{
    QChart *plot = m_chart->chart();
    plot->removeAllSeries();
    for (QAbstractAxis *axis : plot->axes())
        plot->removeAxis(axis);
    if (rows.isEmpty())
        return;
    plot->setBackgroundVisible(false);
    plot->legend()->setAlignment(Qt::AlignRight);
    plot->legend()->setLabelColor(palette().color(QPalette::Text));
    auto *across = new QValueAxis(plot);
    across->setRange(rows.first().round, std::max(rows.last().round, rows.first().round + 1));
    across->setLabelFormat(u"%d"_s);
    across->setTickType(QValueAxis::TicksDynamic);
    across->setTickInterval(std::max(1, (rows.last().round - rows.first().round) / 8));
    across->setTitleText(tr("Round", "axis"));
    auto *up = new QValueAxis(plot);
    up->setTitleText(tr("Weight"));
    double highest = 0;
    QStringList options;
    for (const SearchRow &row : rows) {
        if (std::isfinite(row.weight))
            highest = std::max(highest, row.weight);
        if (!options.contains(row.option))
            options.append(row.option);
    }
    up->setRange(0, std::max(1.0, highest));
    for (QValueAxis *axis : {across, up}) {
        axis->setLabelsColor(palette().color(QPalette::Text));
        axis->setTitleBrush(palette().color(QPalette::Text));
        axis->setGridLineColor(palette().color(QPalette::Mid));
    }
    plot->addAxis(across, Qt::AlignBottom);
    plot->addAxis(up, Qt::AlignLeft);
    for (qsizetype i = 0; i < options.size(); ++i) {
        auto *line = new QLineSeries(plot);
        line->setName(options[i]);
        line->setPen(QPen(theme::seriesColor(int(i), palette()), 2, Qt::PenStyle(1 + i % 4)));
        line->setPointsVisible(true);
        for (const SearchRow &row : rows) {
            if (row.option == options[i] && std::isfinite(row.weight))
                line->append(row.round, row.weight);
        }
        plot->addSeries(line);
        line->attachAxis(across);
        line->attachAxis(up);
    }
}

} // namespace autodidact
