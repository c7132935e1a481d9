#include "widgets/verdict/verdictwords.h"

#include "widgets/base/domainwords.h"

#include <QCoreApplication>

namespace autodidact::verdictwords {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

/// How often a fault of ours is tried again; see the runners.
constexpr int mostRetries = 2;

} // namespace

QString status(TestStatus status)
{
    switch (status) {
    case TestStatus::Passed: return Words::tr("Passed", "one test");
    case TestStatus::Failed: return Words::tr("Failed", "one test");
    case TestStatus::Errored: return Words::tr("Stopped by an error", "one test");
    case TestStatus::NotRun: return Words::tr("Not run", "one test");
    }
    return {};
}

QString sandbox(const QString &name)
{
    return name == u"none" ? Words::tr("none (no protection)", "sandbox") : name;
}

QString gear(const QString &gear)
{
    if (gear == u"warm")
        return Words::tr("warm: a fresh child of a prepared process");
    if (gear == u"single")
        return Words::tr("single: one sandbox for this attempt");
    if (gear == u"pytest")
        return Words::tr("pytest: the suite's own test files");
    if (gear == u"cached")
        return Words::tr("cached: the same program was run before");
    return gear;
}

QString check(const QString &check)
{
    if (check == u"syntax")
        return Words::tr("Syntax", "a check of code");
    if (check == u"format")
        return Words::tr("Format", "a check of code");
    if (check == u"lint")
        return Words::tr("Lint", "a check of code");
    if (check == u"types")
        return Words::tr("Types", "a check of code");
    return check;
}

QString infrastructure(const Verdict &verdict)
{
    return Words::tr("Fault of this machine. Not counted. Retried %1 of %2.").arg(verdict.infrastructureRetries).arg(mostRetries);
}

const Verdict *deciding(const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden)
{
    if (visible && !visible->counts())
        return &*visible;
    return hidden ? &*hidden : visible ? &*visible : nullptr;
}

QString headline(const Verdict &verdict, bool recalled)
{
    if (!verdict.counts())
        return Words::tr("No verdict");
    if (verdict.passed && verdict.scope == Visibility::Visible)
        return Words::tr("Visible tests passed");
    if (verdict.passed)
        return recalled ? Words::tr("Recalled: solved with its own solution in the prompt") : Words::tr("Solved");
    return Words::tr("Failed: %1", "error class").arg(words::errorClass(verdict.errorClass));
}

} // namespace autodidact::verdictwords
