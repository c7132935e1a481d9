#include "widgets/runcontrol/wording.h"

#include "widgets/base/reasonwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact::wording {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString waitedFor(const QString &what)
{
    if (what == u"first-token")
        return Words::tr("Waiting for the first token");
    if (what == u"rate-limit")
        return Words::tr("Waiting because the server limits the rate");
    if (what == u"retry")
        return Words::tr("Waiting to try the server again");
    if (what == u"person")
        return Words::tr("Waiting for you");
    if (what == u"sandbox")
        return Words::tr("Waiting for the sandbox");
    if (what == u"pace")
        return Words::tr("Waiting because of the chosen speed");
    return Words::tr("Waiting");
}

} // namespace

QString status(RunStatus status)
{
    switch (status) {
    case RunStatus::Created: return Words::tr("Not started");
    case RunStatus::Running: return Words::tr("Running");
    case RunStatus::Paused: return Words::tr("Paused");
    case RunStatus::Finished: return Words::tr("Finished");
    case RunStatus::Stopped: return Words::tr("Stopped");
    case RunStatus::Failed: return Words::tr("Failed");
    case RunStatus::BudgetReached: return Words::tr("Budget used up");
    }
    return {};
}

QString interrupted()
{
    return Words::tr("Interrupted: the program ended while it ran. F5 continues it.");
}

QString statusWithReason(RunStatus status, const Reason &why, const QString &detail)
{
    const QString reason = reasonwords::status(why, detail);
    const QString name = wording::status(status);
    return reason.isEmpty() ? name : Words::tr("%1: %2", "status of a run, and why").arg(name, reason);
}

QString phase(Phase phase)
{
    switch (phase) {
    case Phase::Open: return Words::tr("Opening");
    case Phase::Baseline: return Words::tr("Comparing with the first version");
    case Phase::Learn: return Words::tr("Learning");
    case Phase::Remember: return Words::tr("Remembering");
    case Phase::Watch: return Words::tr("Watching on other tasks");
    case Phase::Update: return Words::tr("Updating the prompt");
    case Phase::Guard: return Words::tr("Checking safety");
    case Phase::Checkpoint: return Words::tr("Measuring on held-out tasks");
    case Phase::Close: return Words::tr("Closing");
    case Phase::Person: return Words::tr("A person's act");
    case Phase::Race: return Words::tr("Racing candidate versions");
    case Phase::Trial: return Words::tr("Trying a candidate version");
    case Phase::Shadow: return Words::tr("Shadowing with the version before");
    }
    return {};
}

QString timeLeft(double seconds)
{
    if (seconds < 50)
        return Words::tr("about %n s left", nullptr, qMax(5, int(seconds / 5 + 0.5) * 5));
    if (seconds < 90 * 60)
        return Words::tr("about %n min left", nullptr, qMax(1, int(seconds / 60 + 0.5)));
    return Words::tr("about %n h left", nullptr, int(seconds / 3600 + 0.5));
}

QString waiting(const WaitingFor &waiting)
{
    if (waiting.what.isEmpty())
        return {};
    const QString what = waitedFor(waiting.what);
    const int elapsed = int(waiting.elapsedS);
    if (waiting.limitS > 0)
        return Words::tr("%1, %2 s of %3 s", "what is waited for, seconds so far, seconds at most").arg(what).arg(elapsed).arg(int(waiting.limitS));
    return elapsed > 0 ? Words::tr("%1, %2 s", "what is waited for, seconds so far").arg(what).arg(elapsed) : what;
}

QString plainHint(const QString &text)
{
    return text.isEmpty() ? QString() : u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

QString tokens(qint64 tokens)
{
    const QLocale locale;
    if (tokens < 10'000)
        return locale.toString(tokens);
    if (tokens < 1'000'000)
        return Words::tr("%1k", "thousands of tokens").arg(locale.toString(tokens / 1000));
    return Words::tr("%1M", "millions of tokens").arg(locale.toString(double(tokens) / 1e6, 'f', 1));
}

bool isStudent(const QString &model)
{
    return model == u"student" || model.startsWith(u"student:");
}

QString model(const QString &model)
{
    return isStudent(model) ? Words::tr("Simulated student – not a language model") : model.section(u':', 1, -1).isEmpty() ? model : model.section(u':', 1, -1);
}

} // namespace autodidact::wording
