#include "widgets/runcontrol/runcontrolpanel.h"

#include "core/storage/runreader.h"
#include "widgets/base/textscroll.h"
#include "widgets/base/theme.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/runcontrol/wording.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

RunControlPanel::RunControlPanel(Services &services, LiveRun &live, QWidget *parent)
    : Panel(u"runControl"_s, parent)
    , m_services(services)
    , m_live(live)
{
    build();
    m_demo = addEmptyAction({});
    m_demo->setObjectName(u"watchDemo"_s);
    m_newRun = addEmptyAction({});
    m_newRun->setObjectName(u"newRunFromPanel"_s);
    connect(m_demo, &QPushButton::clicked, this, &RunControlPanel::demoWanted);
    connect(m_newRun, &QPushButton::clicked, this, &RunControlPanel::newRunWanted);
    connect(&m_live, &LiveRun::changed, this, &RunControlPanel::refresh);
    connect(&m_live, &LiveRun::statusChanged, this, &RunControlPanel::refresh);
    connect(&m_services.cursor, &CursorKeeper::moved, this, &RunControlPanel::moved);
    retranslate();
}

QString RunControlPanel::title() const
{
    return tr("Run control");
}

void RunControlPanel::setDemoPossible(bool possible)
{
    m_demo->setEnabled(possible);
    retranslate();
}

void RunControlPanel::build()
{
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);

    m_name = new QLabel(m_body);
    m_name->setObjectName(u"runName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_status = new QLabel(m_body);
    m_status->setObjectName(u"runStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    column->addWidget(m_name);
    column->addWidget(m_status);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(3);
    column->addLayout(form);
    m_suite = addLine(form, u"suite"_s);
    m_model = addLine(form, u"model"_s);
    m_seed = addLine(form, u"seed"_s);
    m_version = addLine(form, u"version"_s);

    m_oracle = new QLabel(m_body);
    m_oracle->setObjectName(u"oracleNote"_s);
    m_oracle->setWordWrap(true);
    column->addWidget(m_oracle);
    m_open = new QLabel(m_body);
    m_open->setObjectName(u"openNote"_s);
    m_open->setWordWrap(true);
    column->addWidget(m_open);
    column->addSpacing(4);
    m_rounds = addBar(u"roundBar"_s);
    m_tasks = addBar(u"taskBar"_s);
    m_timeLeft = new QLabel(m_body);
    m_timeLeft->setObjectName(u"timeLeft"_s);
    m_timeLeft->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_timeLeft);

    auto *budgetForm = new QFormLayout;
    budgetForm->setHorizontalSpacing(12);
    budgetForm->setVerticalSpacing(3);
    column->addLayout(budgetForm);
    m_spent = addLine(budgetForm, u"spent"_s);
    m_budget = addLine(budgetForm, u"budget"_s);
    m_waiting = new QLabel(m_body);
    m_waiting->setObjectName(u"waitingFor"_s);
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setWordWrap(true);
    column->addWidget(m_waiting);
    column->addStretch();
    setBody(new TextScroll(m_body, this));
    themeChanged();
}

RunControlPanel::Line RunControlPanel::addLine(QFormLayout *form, const QString &objectName)
{
    Line line{new QLabel(m_body), new QLabel(m_body)};
    line.name->setForegroundRole(QPalette::PlaceholderText);
    line.value->setObjectName(objectName);
    line.value->setTextFormat(Qt::PlainText);
    line.value->setWordWrap(true);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(line.name, line.value);
    return line;
}

QProgressBar *RunControlPanel::addBar(const QString &objectName)
{
    auto *bar = new QProgressBar(m_body);
    bar->setObjectName(objectName);
    bar->setTextVisible(true);
    m_body->layout()->addWidget(bar);
    return bar;
}

void RunControlPanel::themeChanged()
{
    if (!m_name || !m_waiting)
        return;
    QFont font = this->font();
    font.setBold(true);
    m_name->setFont(font);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::stateColor(ShownState::Waiting, palette()));
    m_waiting->setPalette(colours);
    m_oracle->setPalette(colours);
    colours.setColor(QPalette::WindowText, theme::stateColor(ShownState::Failed, palette()));
    m_open->setPalette(colours);
    m_open->setFont(font);
}

void RunControlPanel::retranslate()
{
    m_suite.name->setText(tr("Suite"));
    m_model.name->setText(tr("Model"));
    m_seed.name->setText(tr("Seed"));
    m_version.name->setText(tr("Prompt version"));
    m_spent.name->setText(tr("Used"));
    m_budget.name->setText(tr("Budget"));
    m_rounds->setAccessibleName(tr("Rounds done"));
    m_tasks->setAccessibleName(tr("Tasks done in this phase"));
    m_demo->setText(tr("Watch the offline demo"));
    m_demo->setToolTip(m_demo->isEnabled() ? QString() : tr("The demo cannot run on this computer; Help > Welcome says why."));
    m_newRun->setText(tr("New run…"));
    refresh();
}

void RunControlPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    refresh();
}

void RunControlPanel::moved()
{
    const RunId run = m_services.cursor.cursor().run;
    if (!run.isValid() || (run == m_live.run() && m_live.isLive())) {
        m_row.reset();
        refresh();
        return;
    }
    if (m_row && m_row->run.id == run)
        return;
    m_services.reader.ask(this, m_ticket, [run](Database &database) { return RunReader(database).run(run); },
                          [this](Result<RunRow> row) {
                              if (row)
                                  m_row = *row;
                              refresh();
                          });
}

void RunControlPanel::refresh()
{
    if (!isVisible())
        return;
    const bool showsLive = m_live.run().isValid() && (m_live.isLive() || !m_row || m_row->run.id == m_live.run());
    if (showsLive)
        showLive();
    else if (m_row)
        showRow(*m_row);
    else
        showEmpty(tr("No run yet."));
}

void RunControlPanel::showLive()
{
    const RunConfig &config = m_live.config();
    const Progress &progress = m_live.progress();
    showConfig(config, m_live.version());
    m_status->setText(m_live.isLive() && !m_live.isPaused() ? wording::phase(progress.phase) : wording::status(m_live.status()));
    if (!m_live.isLive())
        m_status->setText(wording::statusWithReason(m_live.status(), m_live.statusWhy(), m_live.statusDetail()));
    m_status->setToolTip(wording::plainHint(m_live.statusDetail()));

    const bool finished = m_live.status() == RunStatus::Finished;
    const int roundsDone = finished ? config.rounds : qMax(0, progress.round - 1);
    m_rounds->setRange(0, qMax(1, config.rounds));
    m_rounds->setValue(roundsDone);
    m_rounds->setFormat(config.rounds == 0 ? tr("Round %1, without an end").arg(qMax(1, progress.round))
                        : finished         ? tr("%n rounds done", nullptr, config.rounds)
                                           : tr("Round %1 of %2").arg(qMax(1, progress.round)).arg(config.rounds));
    m_tasks->setVisible(m_live.isLive());
    m_tasks->setRange(0, qMax(1, progress.total));
    m_tasks->setValue(progress.done);
    m_tasks->setFormat(tr("%1 of %2 tasks").arg(progress.done).arg(progress.total));
    const std::optional<double> left = m_live.secondsLeft();
    m_timeLeft->setText(left ? wording::timeLeft(*left) : QString());
    m_timeLeft->setVisible(m_live.isLive());
    showBudget(config, progress.tokens, progress.attempts, progress.cost);
    m_waiting->setText(wording::waiting(m_live.waiting()));
    m_waiting->setVisible(!m_waiting->text().isEmpty());
    showBody();
}

void RunControlPanel::showRow(const RunRow &row)
{
    showConfig(row.run.config, row.run.currentVersion);
    m_suite.value->setText(row.suiteName);
    m_status->setText(row.interrupted() ? wording::interrupted() : wording::statusWithReason(row.run.status, row.run.statusWhy, row.run.statusDetail));
    m_status->setToolTip(wording::plainHint(row.run.statusDetail));
    m_rounds->setRange(0, qMax(1, row.run.config.rounds));
    m_rounds->setValue(row.run.roundsDone);
    m_rounds->setFormat(row.run.config.rounds == 0 ? tr("%n round(s) so far", nullptr, row.run.roundsDone)
                                                   : tr("%1 of %2 rounds").arg(row.run.roundsDone).arg(row.run.config.rounds));
    m_tasks->hide();
    m_timeLeft->hide();
    m_waiting->hide();
    showBudget(row.run.config, row.tokens, row.attempts, row.cost);
    showBody();
}

void RunControlPanel::showConfig(const RunConfig &config, int version)
{
    m_name->setText(m_row && !m_live.isLive() ? m_row->run.name : config.name);
    m_name->setVisible(!m_name->text().isEmpty());
    m_suite.value->setText(config.suite);
    m_model.value->setText(wording::model(config.model));
    m_seed.value->setText(QString::number(config.seed));
    m_version.value->setText(QString::number(version));
    showOracle(config);
}

void RunControlPanel::showBudget(const RunConfig &config, qint64 tokens, int attempts, double cost)
{
    QStringList spent{tr("%1 tokens").arg(wording::tokens(tokens)), tr("%n attempts", nullptr, attempts)};
    if (cost > 0)
        spent.append(QLocale().toCurrencyString(cost, u"$"_s));
    m_spent.value->setText(spent.join(u" · "_s));
    QStringList limits;
    if (config.tokenBudget > 0)
        limits.append(tr("%1 tokens").arg(wording::tokens(config.tokenBudget)));
    if (config.attemptBudget > 0)
        limits.append(tr("%n attempts", nullptr, config.attemptBudget));
    if (config.moneyBudget > 0)
        limits.append(QLocale().toCurrencyString(config.moneyBudget, u"$"_s));
    if (config.wallBudgetS > 0)
        limits.append(tr("%n min", nullptr, (config.wallBudgetS + 59) / 60));
    m_budget.value->setText(limits.isEmpty() ? tr("No limit") : limits.join(u" · "_s));
}

void RunControlPanel::showOracle(const RunConfig &config)
{
    m_open->setVisible(config.sandbox == u"none");
    m_open->setText(tr("No sandbox: programs of this run are executed without protection."));
    m_oracle->setVisible(config.feedback != Feedback::Visible);
    m_oracle->setText(config.feedback == Feedback::Hidden ? tr("Oracle feedback: the agent sees the hidden tests' output.")
                                                          : tr("Oracle feedback: the agent learns whether hidden tests pass."));
}

} // namespace autodidact
