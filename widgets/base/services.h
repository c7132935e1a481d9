#pragma once

#include "core/control/agent.h"
#include "widgets/base/cursorkeeper.h"
#include "widgets/base/feed.h"
#include "widgets/base/reader.h"

#include <QCoreApplication>
#include <QPointer>

namespace autodidact {

/// What every panel works with; the composition owns all of it and outlives the panels.
struct Services {
    CursorKeeper &cursor;
    Feed &feed;
    Reader &reader;
    Agent &agent;
};

/// Makes \p reply fit to be called in another thread: it then runs in the GUI thread, unless \p context is gone.
template<typename T>
std::move_only_function<void(Result<T>)> inGuiThread(QObject *context, std::move_only_function<void(Result<T>)> reply)
{
    return [guard = QPointer<QObject>(context), reply = std::move(reply)](Result<T> result) mutable {
        // The application object outlives every panel, so the guard is read in the GUI thread only.
        QMetaObject::invokeMethod(qApp, [guard, reply = std::move(reply), result = std::move(result)]() mutable {
            if (guard)
                reply(std::move(result));
        }, Qt::QueuedConnection);
    };
}

/// Runs \p work with the writer in the agent thread and \p reply in the GUI thread, unless \p context is gone.
template<typename T>
void performFor(QObject *context, Agent &agent, std::move_only_function<Result<T>(Database &, Journal &)> work,
                std::move_only_function<void(Result<T>)> reply)
{
    agent.perform<T>(std::move(work), inGuiThread<T>(context, std::move(reply)));
}

} // namespace autodidact
