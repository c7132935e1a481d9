#include "core/evaluation/seen.h"

namespace autodidact {

namespace {

Attempt withoutMetrics(Attempt attempt)
{
    attempt.exposure = 0;
    attempt.exposed = false;
    attempt.tokenSimilarity.reset();
    attempt.treeSimilarity.reset();
    attempt.manifest.clear();
    return attempt;
}

/// Keeps only the results that may be seen, should a runner ever report others.
Verdict visibleOnly(Verdict verdict)
{
    verdict.tests.removeIf([](const TestResult &test) { return test.visibility == Visibility::Hidden; });
    return verdict;
}

Verdict merged(const Verdict &visible, const Verdict &hidden)
{
    Verdict both = visible.passed ? hidden : visible;
    both.scope = Visibility::Hidden;
    both.passed = visible.passed && hidden.passed;
    both.tests = visible.tests + hidden.tests;
    both.tampering = visible.tampering || hidden.tampering;
    if (both.tamperingReason.isEmpty())
        both.tamperingReason = hidden.tamperingReason;
    return both;
}

} // namespace

SeenAttempt seenAttempt(const Task &task, const Attempt &attempt, const Verdict &visible,
                        const std::optional<Verdict> &hidden, Feedback feedback, const std::optional<Verdict> &own)
{
    Q_ASSERT(!task.id.isValid() || task.id == attempt.task);
    SeenAttempt seen;
    seen.attempt = withoutMetrics(attempt);
    seen.verdict = visibleOnly(visible);
    const bool tells = hidden && hidden->counts();
    if (feedback == Feedback::Hidden && tells)
        seen.verdict = merged(seen.verdict, *hidden);
    const bool standsIn = own && own->counts() && seen.verdict.passed && seen.verdict.tests.isEmpty();
    if (standsIn)
        seen.verdict = *own;
    else if (own && own->counts())
        seen.own = own;
    if (feedback != Feedback::Visible && tells)
        seen.hiddenPassed = hidden->passed;
    return seen;
}

Task redacted(Task task)
{
    task.hiddenTests.clear();
    task.references.clear();
    Repository &repository = task.repository;
    repository.testPatch.clear();
    repository.goldPatch.clear();
    for (QStringList *list :
        {&repository.failToPass, &repository.passToPass, &repository.setUpCommands, &repository.testCommands})
        list->clear();
    task.testFiles.removeIf([](const TestFile &file) { return file.visibility == Visibility::Hidden; });
    return task;
}

} // namespace autodidact
