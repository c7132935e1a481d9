#pragma once

#include "core/control/learningloop.h"
#include "core/storage/leasestore.h"
#include "core/tasks/splitter.h"

namespace autodidact {

/// What a session needs from outside; the composition builds it.
struct SessionParts {
    std::function<Result<std::unique_ptr<Runner>>(const RunConfig &config, int jobs)> makeRunner;
    std::function<Result<RunModels>(const RunConfig &config, const QList<Task> &tasks)> makeModels;
    /// Empty: nothing looks at the code of attempts, whatever the strategy says.
    std::function<Result<std::unique_ptr<ToolChain>>(const RunConfig &config, int jobs)> makeTools = {};
};

/// What a person may do to a live run.
struct SessionOptions {
    int jobs = 2;
    bool pauseOnTrouble = false;     ///< else a trouble ends the run
    bool startPaused = false;
    std::chrono::milliseconds pace{0};
    std::chrono::milliseconds inboxPoll{2000};   ///< between looks into the inbox while there is nothing to do
};

/// One run being executed: owns its lease, its threads and the loop. Agent thread.
class RunSession
{
public:
    /// Prepares a stored run; takes its lease. Nothing runs yet.
    static Result<std::unique_ptr<RunSession>> open(RunId run, Database &database, Mailbox &home, LiveSink *sink,
                                                    const SessionParts &parts, const SessionOptions &options);
    ~RunSession();

    void start();                    ///< returns at the first wait; goes on through the mailbox
    bool isOver() const { return m_over; }
    const Status &outcome() const { return m_outcome; }
    RunStatus status() const { return m_status; }
    RunId run() const { return m_context->run.id; }
    int currentRound() const { return m_loop ? m_loop->currentRound() : 0; }

    void pause();
    void carryOn();
    void step(StepUnit unit);
    void stop();                     ///< the attempts under way are given up; what is committed stays
    void leave();                    ///< the program ends: like stop, but a paused run stays paused
    void setPace(std::chrono::milliseconds perAttempt);
    void skipPaceOfRound();

private:
    RunSession(Database &database, Mailbox &home, LiveSink *sink);

    Status prepare(RunId run, const SessionParts &parts, const SessionOptions &options);
    Status prepareStages(const RunConfig &config, const QList<Task> &tasks, const SessionOptions &options);
    Status prepareModels(const RunConfig &config, const QList<Task> &tasks);
    Status prepareUpdaters(const RunConfig &config);
    void passStages();               ///< those that may be made again while the run goes on
    Status loadSpent();              ///< in the rounds that are over; a round that goes on counts its own anew
    Flow<Done> play();
    Explanation explained(const Error &error) const;
    Status commitStatus(RunStatus status, const Explanation &why, bool byPerson);
    bool troubled(const Error &error, const Place &place);
    bool waits(const Explanation &why, bool stays);
    void idles(const Explanation &why);
    void keepLease();

    Database &m_database;
    Mailbox &m_home;
    LiveSink *m_sink;
    SessionParts m_parts;
    LeaseOwner m_owner = LeaseOwner::ofThisProcess();
    bool m_leased = false;
    Journal m_journal;
    std::optional<Ledger> m_ledger;
    IdfTable m_idf;
    std::unique_ptr<Embedder> m_embedder;
    std::unique_ptr<Runner> m_runner;
    std::unique_ptr<ToolChain> m_tools;
    RunModels m_models;
    std::optional<Judge> m_judge;
    std::optional<Reflector> m_reflector;
    std::optional<Retriever> m_retriever;
    std::optional<MemoryKeeper> m_keeper;
    std::optional<Forgetting> m_forgetting;
    std::optional<Distiller> m_distiller;
    std::unique_ptr<Updater> m_updater;
    std::unique_ptr<Updater> m_rewriter;
    std::optional<SearchBook> m_search;
    std::unique_ptr<Guard> m_guard;
    Gate m_gate;
    std::stop_source m_stop;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::optional<RunContext> m_context;
    std::optional<LearningLoop> m_loop;
    std::unique_ptr<JobPool> m_jobs;
    std::optional<Flow<Done>> m_flow;
    RunStatus m_status = RunStatus::Created;
    Explanation m_idle;              ///< why it does nothing for now; empty while it works
    Status m_outcome;
    bool m_leaving = false;
    bool m_over = false;
};

} // namespace autodidact
