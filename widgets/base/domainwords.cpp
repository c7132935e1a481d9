#include "widgets/base/domainwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace autodidact {

namespace words {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(DomainWords)
};

} // namespace

QString errorClass(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::None: return {};
    case ErrorClass::Syntax: return Words::tr("syntax");
    case ErrorClass::Compile: return Words::tr("compile");
    case ErrorClass::Import: return Words::tr("import", "error class: a module cannot be loaded");
    case ErrorClass::Runtime: return Words::tr("runtime");
    case ErrorClass::Logic: return Words::tr("logic");
    case ErrorClass::Timeout: return Words::tr("timeout");
    case ErrorClass::Memory: return Words::tr("memory", "error class: memory of the machine");
    case ErrorClass::Forbidden: return Words::tr("forbidden");
    case ErrorClass::Infrastructure: return Words::tr("infrastructure");
    }
    return {};
}

QString state(ShownState state)
{
    switch (state) {
    case ShownState::None: return Words::tr("Not judged");
    case ShownState::Passed: return Words::tr("Solved");
    case ShownState::Recalled: return Words::tr("Recalled", "solved with the own solution in the prompt");
    case ShownState::Failed: return Words::tr("Failed");
    case ShownState::Running: return Words::tr("Running");
    case ShownState::Waiting: return Words::tr("Waiting");
    case ShownState::Infrastructure: return Words::tr("Fault of this machine");
    }
    return {};
}

QString origin(ReflectionOrigin origin)
{
    switch (origin) {
    case ReflectionOrigin::Model: return Words::tr("Written by the model");
    case ReflectionOrigin::Repaired: return Words::tr("Written by the model, form repaired");
    case ReflectionOrigin::RuleBased: return Words::tr("Made by rules from the verdict");
    case ReflectionOrigin::Person: return Words::tr("Written by a person");
    }
    return {};
}

QString bytes(qint64 kilobytes)
{
    return QLocale().formattedDataSize(kilobytes * 1024, 1, QLocale::DataSizeTraditionalFormat);
}

QString milliseconds(double ms)
{
    const QLocale locale;
    return ms < 1000 ? Words::tr("%1 ms").arg(locale.toString(ms, 'f', ms < 10 ? 1 : 0))
                     : Words::tr("%1 s", "seconds").arg(locale.toString(ms / 1000, 'f', 1));
}

QString ago(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds < 60)
        return Words::tr("now", "less than a minute ago");
    if (seconds < 3600)
        return Words::tr("%n min ago", nullptr, int(seconds / 60));
    if (seconds < 86'400)
        return Words::tr("%n h ago", nullptr, int(seconds / 3600));
    if (seconds < 30 * 86'400)
        return Words::tr("%n days ago", nullptr, int(seconds / 86'400));
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace words

ShownState shownState(const TaskRow &row, bool live)
{
    switch (row.state) {
    case TaskState::Running: return live ? ShownState::Running : ShownState::None;
    case TaskState::Solved: return row.exposed ? ShownState::Recalled : ShownState::Passed;
    case TaskState::Failed: return ShownState::Failed;
    case TaskState::Infrastructure: return ShownState::Infrastructure;
    }
    return ShownState::None;
}

ShownState shownState(const AttemptRow &row, bool live)
{
    if (!row.hidden)
        return live ? ShownState::Running : ShownState::None;
    if (row.hidden->errorClass == ErrorClass::Infrastructure)
        return ShownState::Infrastructure;
    if (!row.hidden->green)
        return ShownState::Failed;
    return row.exposed ? ShownState::Recalled : ShownState::Passed;
}

ShownState shownState(RunStatus status)
{
    switch (status) {
    case RunStatus::Running: return ShownState::Running;
    case RunStatus::Paused: return ShownState::Waiting;
    default: return ShownState::None;
    }
}

} // namespace autodidact
