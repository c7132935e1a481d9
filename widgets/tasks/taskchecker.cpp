#include "widgets/tasks/taskchecker.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace autodidact {

TaskChecker::TaskChecker(MakeRunner makeRunner, QObject *parent)
    : QObject(parent)
    , m_tools(std::make_shared<Tools>(std::move(makeRunner), nullptr))
{
}

TaskChecker::~TaskChecker()
{
    m_thread.request_stop();
}

void TaskChecker::check(const Task &task)
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();                         // a stopped attempt ends at once: its processes are killed
    m_checking = true;
    const quint64 number = ++m_number;
    // The thread is joined before this object goes, so it may be named in it.
    m_thread = std::jthread([this, number, task, tools = m_tools](std::stop_token stop) {
        const auto inGui = [this](auto work) { QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection); };
        const auto run = [&]() -> Result<QList<TaskFinding>> {
            if (!tools->runner) {
                if (!tools->make)
                    return fail(ErrorKind::Missing, u"Nothing can be run here."_s);
                Result<std::unique_ptr<Runner>> made = tools->make();
                if (!made)
                    return std::unexpected(made.error());
                tools->runner = std::move(*made);
            }
            return checkTask(task, *tools->runner, stop, [&](int done, int all) {
                inGui([this, number, done, all] {
                    if (number == m_number)
                        Q_EMIT progressed(done, all);
                });
            });
        };
        inGui([this, number, found = run()]() mutable { tell(number, std::move(found)); });
    });
}

void TaskChecker::cancel()
{
    m_thread.request_stop();
}

void TaskChecker::tell(quint64 number, Result<QList<TaskFinding>> found)
{
    if (number != m_number)
        return;
    m_checking = false;
    if (found)
        Q_EMIT finished(*found);
    else
        Q_EMIT failed(found.error());
}

} // namespace autodidact
