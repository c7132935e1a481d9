#include "app/cli/headlessrun.h"

#include "app/cli/progressbar.h"
#include "app/composition.h"
#include "core/control/recordreader.h"
#include "core/evaluation/metrics.h"
#include "core/report/jsonreport.h"
#include "core/report/metrictable.h"
#include "core/report/runreport.h"
#include "core/storage/runstore.h"

#include <csignal>
#include <pthread.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Tells the terminal what the run does.
class ConsoleSink : public LiveSink
{
public:
    explicit ConsoleSink(Console &console) : m_console(console), m_bar(console, u"run"_s) {}

    void published(const Event &event) override
    {
        if (const auto *finished = std::get_if<RoundFinished>(&event.payload))
            roundFinished(finished->round);
        else if (const auto *decided = std::get_if<GuardDecided>(&event.payload))
            m_console.message(decided->decision.reason);
        else if (const auto *added = std::get_if<TasksAdded>(&event.payload))
            m_console.message(added->problem.isEmpty() ? u"%1: %2 tasks came in"_s.arg(added->source).arg(added->splits.size())
                                                       : u"%1 was refused: %2"_s.arg(added->source, added->problem));
        else if (const auto *status = std::get_if<RunStatusChanged>(&event.payload); status && status->why.code == ReasonCode::WaitsForTasks)
            m_console.message(status->detail);
    }

    void noted(const LiveNote &note) override
    {
        if (const auto *progress = std::get_if<Progress>(&note.payload))
            m_bar.set(progress->done, progress->total, u"round %1, %2 attempts"_s.arg(progress->round).arg(progress->attempts));
        else if (const auto *trouble = std::get_if<Trouble>(&note.payload))
            m_console.message(trouble->error.detail);
    }

private:
    void roundFinished(const Round &round)
    {
        QString line = u"round %1, version %2: %3 of %4 solved, %5 at the first attempt"_s
                           .arg(round.number).arg(round.version).arg(round.solved).arg(round.tasks).arg(round.firstTry);
        if (round.checkpointTasks > 0)
            line += u"; report tasks %1 of %2, first version %3"_s.arg(round.checkpointSolved).arg(round.checkpointTasks).arg(round.baselineSolved);
        m_console.message(line);
    }

    Console &m_console;
    ProgressBar m_bar;
};

/// Turns Ctrl+C and SIGTERM into a letter; the second one ends the program at once.
class SignalLetters
{
public:
    SignalLetters(Mailbox &home, std::function<void()> stop)
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGUSR1);      // wakes the thread at the end
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::jthread([this, &home, stop = std::move(stop)] {
            for (int count = 0;; ++count) {
                int signal = 0;
                sigwait(&m_signals, &signal);
                if (signal == SIGUSR1)
                    return;
                if (count > 0)
                    std::_Exit(4);
                home.post([stop] { stop(); });
            }
        });
    }
    ~SignalLetters() { pthread_kill(m_thread.native_handle(), SIGUSR1); }

private:
    sigset_t m_signals;
    std::jthread m_thread;
};

} // namespace

Result<RunStatus> playHeadless(Database &database, RunId run, const SessionParts &parts, int jobs, Console &console)
{
    Mailbox home;
    ConsoleSink sink(console);
    RunSession *live = nullptr;
    const SignalLetters letters(home, [&live] {
        if (live)
            live->stop();
    });
    Result<std::unique_ptr<RunSession>> session = RunSession::open(run, database, home, &sink, parts, {.jobs = jobs});
    if (!session)
        return std::unexpected(session.error());
    if (const Result<Run> stored = RunStore(database).byId(run))
        console.alarm(sandboxDanger(stored->config.sandbox));
    live = session->get();
    live->start();
    while (!live->isOver())
        home.runOne({});
    home.runWaiting();
    if (live->outcome())
        return live->status();
    const Error error = live->outcome().error();
    if (error.kind == ErrorKind::Storage)
        return std::unexpected(error);   // how the run ended could not be stored either
    console.message(error.detail);
    return live->status();
}

Result<int> reportOutcome(Database &database, RunId run, Console &console)
{
    const Result<RunRecord> record = readRecord(database, run, toolVersions());
    if (!record)
        return std::unexpected(record.error());
    const RunMetrics metrics = computeMetrics(*record);
    console.result(terminalSummary(*record, metrics), runSummary(*record, metrics));
    switch (record->run.status) {
    case RunStatus::Stopped:
    case RunStatus::Paused:
    case RunStatus::BudgetReached:
        return 4;
    case RunStatus::Failed:
        return 5;
    default:
        return 0;
    }
}

} // namespace autodidact
