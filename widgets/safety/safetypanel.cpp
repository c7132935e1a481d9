#include "widgets/safety/safetypanel.h"

#include "core/control/runcontext.h"
#include "core/evaluation/window.h"
#include "core/storage/runtasks.h"
#include "widgets/base/rowcopy.h"
#include "widgets/base/textsheet.h"
#include "widgets/base/theme.h"
#include "widgets/safety/safetydetails.h"
#include "widgets/safety/safetymodel.h"
#include "widgets/versions/versiondetails.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

SafetyPanel::SafetyPanel(Services &services, QWidget *parent)
    : Panel(u"safety"_s, parent)
    , m_services(services)
    , m_watch(services, this)
    , m_model(new SafetyModel(this))
{
    build();
    connect(&m_watch, &RunWatch::loadWanted, this, &SafetyPanel::load);
    connect(m_table, &QTableView::clicked, this, &SafetyPanel::chosen);
    connect(m_table, &QTableView::activated, this, &SafetyPanel::chosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SafetyPanel::showDetails);
    connect(m_undo, &QPushButton::clicked, this, &SafetyPanel::undoDecision);
    connect(&services.feed, &Feed::events, this, [this](const QList<Event> &events) {
        const bool concerns = std::ranges::any_of(events, [this](const Event &event) {
            return event.run == m_watch.run()
                && (std::holds_alternative<GuardDecided>(event.payload) || std::holds_alternative<VersionRejected>(event.payload)
                    || std::holds_alternative<RoundFinished>(event.payload));
        });
        if (concerns)
            m_watch.reloadSoon();
    });
    retranslate();
}

QString SafetyPanel::title() const
{
    return tr("Safety log");
}

void SafetyPanel::build()
{
    m_body = new QSplitter(Qt::Horizontal, this);
    m_body->setObjectName(u"safetyBody"_s);
    m_body->setChildrenCollapsible(false);
    m_table = new QTableView(m_body);
    RowCopy::on(m_table);
    m_table->setObjectName(u"safetyTable"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(SafetyModel::Reason, QHeaderView::Stretch);

    auto *right = new QWidget(m_body);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 8, 8);
    m_details = makeSheetView(u"safetyDetails"_s, right);
    m_rule = new QLabel(right);
    m_rule->setObjectName(u"falseAlarmRate"_s);
    m_rule->setTextFormat(Qt::PlainText);
    m_rule->setWordWrap(true);
    m_rule->setForegroundRole(QPalette::PlaceholderText);
    m_rule->setContentsMargins(10, 0, 0, 0);
    m_undo = new QPushButton(right);
    m_undo->setObjectName(u"undoDecision"_s);
    column->addWidget(m_details, 1);
    column->addWidget(m_rule);
    column->addWidget(m_undo, 0, Qt::AlignRight);
    m_body->addWidget(m_table);
    m_body->addWidget(right);
    m_body->setStretchFactor(0, 3);
    m_body->setStretchFactor(1, 2);
    m_body->setSizes({430, 280});
    setBody(m_body);
}

void SafetyPanel::retranslate()
{
    m_undo->setText(tr("Undo"));
    m_table->setAccessibleName(tr("Safety decisions"));
    m_details->setAccessibleName(tr("Details of the chosen decision"));
    m_model->retranslate();
    if (isEmpty())
        showEmpty(tr("No decision yet. A rollback or a refused update is explained here."));
    themeChanged();
}

void SafetyPanel::themeChanged()
{
    if (!m_rule || !m_undo)
        return;
    m_model->setPalette(palette());
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_undo->setIcon(theme::icon(u"undo"_s, palette()));
    showRule();
    showDetails();
}

Result<SafetyPanel::Loaded> SafetyPanel::read(Database &database, RunId run)
{
    const Result<VersionBook> book = readVersionBook(database, run);
    if (!book)
        return std::unexpected(book.error());
    Loaded loaded{*book, std::nullopt};
    const RunConfig &config = book->run.run.config;
    const Result<QList<Split>> splits = splitsOf(database, run);
    const Result<QList<Task>> tasksOf = tasksOfRun(database, book->run.run);
    if (!splits || !tasksOf)
        return std::unexpected(splits ? tasksOf.error() : splits.error());
    if (ruleFor(config.safetyRule, *splits, *tasksOf) != SafetyRule::Window)
        return loaded;
    int tasks = 0;
    int solved = 0;
    for (const VersionRow &row : book->versions) {
        tasks += row.tasks;
        solved += row.solved;
    }
    // To the nearest twentieth, as the reports do; the simulation takes a moment and belongs to this thread.
    const double level = tasks > 0 ? std::clamp(qRound(20.0 * solved / tasks) / 20.0, 0.05, 0.95) : 0.65;
    loaded.falseAlarm = windowFalseAlarm(std::max(1, config.window), config.trustRegion, level);
    return loaded;
}

void SafetyPanel::load(RunId run)
{
    if (!run.isValid()) {
        display({});
        return;
    }
    m_services.reader.ask(this, m_ticket, [run](Database &database) { return read(database, run); },
                          [this](const Result<Loaded> &loaded) {
                              if (loaded)
                                  display(*loaded);
                              else
                                  Q_EMIT failed(loaded.error());
                          });
}

void SafetyPanel::display(const Loaded &loaded)
{
    m_loaded = loaded;
    m_model->setEntries(loaded.book.decisions, loaded.book.updates);
    showRule();
    if (m_model->rowCount() == 0) {
        showEmpty(tr("No decision yet. A rollback or a refused update is explained here."));
        return;
    }
    showBody();
    showSought();
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    showDetails();
}

void SafetyPanel::showRule()
{
    const SafetyRule rule = m_loaded.book.run.run.config.safetyRule;
    if (m_loaded.falseAlarm) {
        m_rule->setText(tr("False alarms of the window rule in this run: about %1 % of updates between equally good versions (simulated).")
                            .arg(QLocale().toString(100 * *m_loaded.falseAlarm, 'f', 0)));
    } else {
        m_rule->setText(rule == SafetyRule::Off ? tr("The guard is off in this run.") : QString());
    }
    m_rule->setVisible(!m_rule->text().isEmpty());
}

void SafetyPanel::showDetails()
{
    TextSheet sheet(m_details, palette());
    const int row = m_table->currentIndex().row();
    const std::optional<qint64> undoable = m_loaded.book.undoable();
    const SafetyDecision *decision = nullptr;
    if (row >= 0 && row < m_model->rowCount()) {
        decision = std::get_if<SafetyDecision>(&m_model->entry(row));
        if (decision) {
            writeDecision(sheet, *decision);
        } else {
            sheet.title(tr("Update refused"));
            writeUpdate(sheet, std::get<Update>(m_model->entry(row)));
        }
    }
    const bool can = decision && undoable == decision->id;
    m_undo->setEnabled(can);
    m_undo->setToolTip(can ? tr("Take this decision back; it takes effect in the next round") : tr("Only the newest rollback or hold can be undone."));
}

void SafetyPanel::chosen(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_sought = {};
    m_services.cursor.request({m_watch.run(), index.data(SafetyModel::RoundRole).toInt(), {}, {}});
    Q_EMIT versionHighlighted(index.data(SafetyModel::VersionRole).toInt());
}

void SafetyPanel::showRound(int round)
{
    // A round may have several rows: the one that a person chose stays.
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || current.siblingAtColumn(0).data(SafetyModel::RoundRole).toInt() != round)
        seek({.decision = 0, .update = {}, .round = round});
}

void SafetyPanel::showDecision(qint64 decision)
{
    seek({.decision = decision, .update = {}, .round = 0});
}

void SafetyPanel::showUpdate(UpdateId update)
{
    seek({.decision = 0, .update = update, .round = 0});
}

void SafetyPanel::seek(const Sought &sought)
{
    m_sought = sought;
    showSought();
}

/// What is not here is looked for again when a hidden panel has read its rows, and forgotten by a shown one:
/// rows that come later must not move the selection.
void SafetyPanel::showSought()
{
    const int row = m_sought.decision > 0          ? m_model->rowOfDecision(m_sought.decision)
                    : m_sought.update.isValid()    ? m_model->rowOfUpdate(m_sought.update)
                    : m_sought.round > 0           ? m_model->rowOfRound(m_sought.round)
                                                   : -1;
    if (row >= 0)
        m_table->selectRow(row);
    if (row >= 0 || isVisible())
        m_sought = {};
}

void SafetyPanel::undoDecision()
{
    performFor<SafetyDecision>(this, m_services.agent,
        [run = m_watch.run()](Database &database, Journal &journal) { return VersionCommands(database, journal).undo(run); },
        [this](const Result<SafetyDecision> &decision) {
            if (!decision) {
                Q_EMIT failed(decision.error());
                return;
            }
            m_watch.reloadNow();
            Q_EMIT rolledBack(*decision);
        });
}

} // namespace autodidact
