#include "widgets/shell/rundesk.h"

#include "core/llm/baseurl.h"
#include "core/storage/runreader.h"
#include "core/storage/runtasks.h"
#include "core/tasks/splitter.h"
#include "widgets/base/errortext.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/runcontrol/wording.h"
#include "widgets/shell/demopacer.h"

using namespace Qt::StringLiterals;

namespace autodidact {

RunDesk::RunDesk(Services &services, LiveRun &live, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_live(live)
    , m_messages(messages)
    , m_pacer(new DemoPacer(services.feed, live, this))
{
    connect(&m_live, &LiveRun::statusChanged, this, &RunDesk::statusChanged);
    connect(&m_live, &LiveRun::troubled, this, &RunDesk::troubled);
    connect(m_pacer, &DemoPacer::paceWanted, this, [this](std::chrono::milliseconds pace) {
        m_services.agent.setPace(pace);
        Q_EMIT paceSet(pace);
    });
}

RunConfig RunDesk::demoConfig()
{
    RunConfig config;
    config.suite = u"starter-python"_s;
    config.model = u"student"_s;
    config.rounds = 6;
    config.safetyRule = SafetyRule::Window;      // a demonstration shows versions; a trial promotes few in six rounds
    return config;
}

void RunDesk::startDemo()
{
    if (m_live.isLive())
        return;
    m_pacer->begin();
    launch(demoConfig(), {.pauseOnTrouble = true, .pace = std::chrono::milliseconds(300)});
}

void RunDesk::startDemoUnpaced()
{
    launch(demoConfig(), {});
}

void RunDesk::start(const RunConfig &config)
{
    launch(config, {.pauseOnTrouble = true, .startPaused = m_speed == Speed::Step, .pace = paceOf(m_speed)});
}

void RunDesk::startInstead(const RunConfig &config)
{
    if (!m_live.isLive()) {
        start(config);
        return;
    }
    m_next = config;
    stop();
}

void RunDesk::launch(const RunConfig &config, const SessionOptions &options)
{
    m_services.cursor.setFollowing(true);
    m_services.agent.createAndStart(config, options, inGuiThread<RunId>(this, [this](Result<RunId> run) {
        if (!run) {
            m_pacer->end();
            report(u"start"_s, run.error());
            Q_EMIT failed(run.error());
            return;
        }
        m_messages.withdraw(u"start"_s);
        Q_EMIT started(*run);
    }));
}

Result<RunDesk::Resumed> RunDesk::readResumed(Database &database, RunId id)
{
    RunReader reader(database);
    const Result<RunRow> row = reader.run(id);
    if (!row)
        return std::unexpected(row.error());
    const Result<QList<Task>> tasks = tasksOfRun(database, row->run);
    if (!tasks)
        return std::unexpected(tasks.error());
    const Result<QList<Split>> fixed = splitsOf(database, id);
    if (!fixed)
        return std::unexpected(fixed.error());
    const RunConfig &config = row->run.config;
    Resumed resumed{row->run, fixed->isEmpty() ? splitTasks(*tasks, config.split, config.seed, {config.folds, config.fold}).splits : *fixed, 0};
    for (const Phase phase : {Phase::Learn, Phase::Watch, Phase::Baseline, Phase::Checkpoint}) {
        const auto outcomes = reader.outcomes(id, phase);
        if (!outcomes)
            return std::unexpected(outcomes.error());
        resumed.done += int(outcomes->size());
    }
    return resumed;
}

void RunDesk::resume(RunId run)
{
    m_services.reader.ask(this, m_ticket, [run](Database &database) { return readResumed(database, run); }, [this](Result<Resumed> resumed) {
        if (!resumed) {
            report(u"start"_s, resumed.error());
            return;
        }
        const SessionOptions options{.pauseOnTrouble = true, .startPaused = m_speed == Speed::Step, .pace = paceOf(m_speed)};
        m_services.cursor.setFollowing(true);
        m_services.agent.resume(resumed->run.id, options, inGuiThread<RunId>(this, [this, resumed = *resumed](Result<RunId> started) {
            if (!started) {
                report(u"start"_s, started.error());
                return;
            }
            m_live.begin(resumed.run, resumed.splits, resumed.done);
            Q_EMIT this->started(*started);
        }));
    });
}

void RunDesk::startOrContinue()
{
    if (m_live.isPaused()) {
        m_messages.withdraw(u"trouble"_s);
        m_services.agent.carryOn();
    } else if (!m_live.isLive() && m_services.cursor.cursor().run.isValid()) {
        resume(m_services.cursor.cursor().run);
    }
}

void RunDesk::step(StepUnit unit)
{
    m_services.agent.step(unit);
}

void RunDesk::setSpeed(Speed speed)
{
    const Speed before = std::exchange(m_speed, speed);
    m_pacer->end();
    m_services.agent.setPace(paceOf(speed));
    if (speed == Speed::Step)
        m_services.agent.pause();
    else if (before == Speed::Step)
        m_services.agent.carryOn();
}

void RunDesk::statusChanged()
{
    const RunStatus status = m_live.status();
    if (status == RunStatus::Failed || status == RunStatus::BudgetReached) {
        Message message{.key = u"ended"_s, .severity = Severity::Failure, .text = {}, .details = m_live.statusDetail(), .remedies = {}};
        message.text = status == RunStatus::Failed ? tr("The run ended because of a fault. Everything up to here is stored.")
                                                   : tr("The run ended because its budget is used up. Everything up to here is stored.");
        message.remedies.append({u"continueRun"_s, tr("Continue"), [this, run = m_live.run()] { resume(run); }});
        m_messages.post(message);
    }
    if (m_live.isLive() || status == RunStatus::Created)
        return;
    m_messages.withdraw(u"trouble"_s);
    Q_EMIT ended(status);
    if (const auto next = std::exchange(m_next, {}))
        start(*next);
}

/// Names the server, where it is the model that does not answer.
QString RunDesk::headingOf(const Error &error) const
{
    const QString host = hostOf(apiBase(m_live.config().baseUrl).value_or(QString()));
    return error.kind == ErrorKind::Model && !wording::isStudent(m_live.config().model) && !host.isEmpty() ? tr("The model server %1 does not answer as it should.").arg(host) : errorHeading(error.kind);
}

void RunDesk::troubled(const Error &error)
{
    Message message{.key = u"trouble"_s, .severity = Severity::Warning, .text = {}, .details = error.detail, .remedies = {}};
    message.text = tr("%1 The run is paused after %n tasks; nothing is lost.", "what went wrong, a whole sentence", m_live.tasksDone()).arg(headingOf(error));
    message.remedies.append({u"tryAgain"_s, tr("Try Again"), [this] { m_services.agent.carryOn(); }});
    if (error.kind == ErrorKind::Model)
        message.remedies.append({u"changeModel"_s, tr("Change Model…"), [this] { Q_EMIT modelChangeWanted(m_live.config()); }, false});
    message.remedies.append({u"stopRun"_s, tr("Stop"), [this] { stop(); }});
    m_messages.post(message);
}

void RunDesk::report(const QString &key, const Error &error)
{
    m_messages.post({.key = key, .severity = Severity::Failure, .text = tr("The run could not be started. %1").arg(errorHeading(error.kind)),
                     .details = error.detail, .remedies = {}});
}

} // namespace autodidact
