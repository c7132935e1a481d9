#pragma once

#include "core/control/gate.h"
#include "core/control/guard.h"
#include "core/control/jobpool.h"
#include "core/control/ledger.h"
#include "core/control/searchbook.h"
#include "core/evaluation/judge.h"
#include "core/evaluation/reflector.h"
#include "core/memory/distiller.h"
#include "core/memory/forgetting.h"
#include "core/memory/memorykeeper.h"
#include "core/memory/retriever.h"
#include "core/tools/toolchain.h"
#include "core/update/updater.h"

#include <functional>

namespace autodidact {

/// The models of a run, by role; one model may play several.
struct RunModels {
    std::shared_ptr<ChatModel> coder;
    std::shared_ptr<ChatModel> reflector;
    std::shared_ptr<ChatModel> optimiser;
};

/// What a run spent so far.
struct Spent {
    Usage usage;
    int attempts = 0;
    Mailbox::Clock::time_point since = Mailbox::Clock::now();

    /// The budget that is used up; empty while all of them hold.
    Explanation exhausted(const RunConfig &config) const;
    double wallS() const;
};

/// The rule that is in force: Paired where it is asked for, or Auto, and there are select tasks to pair on; Window where
/// there are none. Never Auto.
SafetyRule ruleFor(SafetyRule asked, const QList<Split> &splits, const QList<Task> &tasks);

/// The tasks with the limits that the run sets (`sandbox.cpu_s`).
QList<Task> withLimits(QList<Task> tasks, const RunConfig &config);

/// Everything the loop works with. Owned by the session, used in the agent thread; what job threads
/// touch (models, judge, reflector, retriever, keeper, tasks) is safe to share or immutable.
struct RunContext {
    Run run;
    QString suiteName;
    QString suiteHash;
    QList<Task> tasks;               ///< whole, by ordinal
    QList<Split> splits;             ///< by ordinal
    QStringList splitWarnings;
    QString testsHash;               ///< as the run began
    MemorySet memorySet;             ///< the run's own, or a frozen one that it only reads

    Database &database;
    Ledger &ledger;
    LiveSink *sink = nullptr;

    RunModels &models;
    Judge &judge;
    Reflector &reflector;
    Embedder &embedder;
    const IdfTable &idf;
    Retriever &retriever;
    MemoryKeeper &keeper;
    Forgetting &forgetting;
    Distiller *distiller = nullptr;  ///< null when successes are not distilled
    Updater *updater = nullptr;      ///< of rules; null when they are off
    Updater *rewriter = nullptr;     ///< of the whole prompt; null when that is off
    SearchBook *search = nullptr;    ///< null when the strategy search is off
    Guard *guard = nullptr;
    ToolChain *tools = nullptr;      ///< null where nothing looks at code

    JobPool &jobs;
    Mailbox &home;
    Gate &gate;
    std::stop_token stop;            ///< of everything the run does on job threads
    Spent spent;
    std::chrono::milliseconds inboxPoll{2000};

    /// Called when a model or the sandbox fails for good. True: the run was paused, try again once it
    /// goes on. False, or empty: the run ends with that error.
    std::function<bool(const Error &error, const Place &place)> pauseOnTrouble;

    /// Called where a person has to decide before the run can go on. True: the run was paused, look again once it goes
    /// on. False, or empty: the run ends here, paused, and is resumed after the decision.
    std::function<bool(const Explanation &why)> waitForPerson;

    /// Called before tasks join the run, with all that it would have then: makes models and stages for them. An error says
    /// why they cannot join; everything is as it was then. Empty: nothing has to be made.
    std::function<Status(const QList<Task> &all)> prepareFor;

    /// Called when tasks have joined.
    std::function<void()> tasksChanged;

    /// Called when the run begins to wait for tasks, and with an empty explanation when it goes on.
    std::function<void(const Explanation &why)> idles;

    const RunConfig &config() const { return run.config; }
    Split splitOf(int task) const { return splits.value(task, Split::None); }
    QList<int> tasksOf(Split split) const;
    Split learnSplit() const { return tasksOf(Split::Learn).isEmpty() ? Split::None : Split::Learn; }
    SafetyRule safetyRule() const { return ruleFor(config().safetyRule, splits, tasks); }
    quint64 seedAt(const Place &place, QByteArrayView purpose) const;
    void note(LiveNotePayload payload) const;
    ChatObserver observerAt(const Place &place) const;
};

} // namespace autodidact
