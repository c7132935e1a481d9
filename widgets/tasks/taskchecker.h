#pragma once

#include "core/evaluation/taskcheck.h"

#include <QObject>

#include <memory>
#include <thread>

namespace autodidact {

/// Makes a runner; called in a thread of its own, since it may take long.
using MakeRunner = std::function<Result<std::unique_ptr<Runner>>()>;

/// Runs the check of one task at a time in a thread of its own. GUI thread.
class TaskChecker : public QObject
{
    Q_OBJECT

public:
    explicit TaskChecker(MakeRunner makeRunner, QObject *parent = nullptr);
    ~TaskChecker() override;                     ///< stops what is under way and waits for it

    void check(const Task &task);                ///< an earlier check is given up: it answers no more
    void cancel();                               ///< failed() with Cancelled follows
    bool isChecking() const { return m_checking; }

Q_SIGNALS:
    void progressed(int done, int all);
    void finished(const QList<autodidact::TaskFinding> &findings);
    void failed(const autodidact::Error &error);

private:
    struct Tools {
        MakeRunner make;
        std::unique_ptr<Runner> runner;          ///< made at the first check; one thread at a time uses it
    };

    void tell(quint64 number, Result<QList<TaskFinding>> found);

    std::shared_ptr<Tools> m_tools;
    quint64 m_number = 0;
    bool m_checking = false;
    std::jthread m_thread;
};

} // namespace autodidact
