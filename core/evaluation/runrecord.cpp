#include "core/evaluation/runrecord.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QString failureSignature(const Verdict &verdict)
{
    if (verdict.passed)
        return {};
    for (const TestResult &test : verdict.tests) {
        if (!test.passed())
            return u"%1|%2|%3"_s.arg(toString(verdict.errorClass), test.exceptionType, test.name);
    }
    return toString(verdict.errorClass) + u"||"_s;
}

VerdictSummary summarise(const Verdict &verdict)
{
    VerdictSummary summary;
    summary.passed = verdict.passed;
    summary.errorClass = verdict.errorClass;
    summary.tests = int(verdict.tests.size());
    for (const TestResult &test : verdict.tests)
        summary.testsPassed += test.passed() ? 1 : 0;
    summary.compiled = verdict.compiled();
    summary.tampering = verdict.tampering;
    summary.signature = failureSignature(verdict);
    return summary;
}

std::optional<int> lintFindings(const QList<ToolReport> &reports)
{
    for (const ToolReport &report : reports) {
        if (report.check == "lint"_L1 && report.ran() && !isUpset(report))
            return int(report.findings.size());
    }
    return std::nullopt;
}

AttemptRecord attemptRecord(const Attempt &attempt, const std::optional<Verdict> &visible,
                            const std::optional<Verdict> &hidden)
{
    AttemptRecord record;
    record.id = attempt.id;
    record.place = attempt.place;
    record.split = attempt.split;
    record.version = attempt.version;
    record.code = attempt.code;
    record.memories = attempt.memories;
    // The green verdict of a task without visible tests showed nothing.
    if (visible && (!visible->tests.isEmpty() || !visible->passed))
        record.visible = summarise(*visible);
    if (hidden)
        record.hidden = summarise(*hidden);
    record.usage = attempt.usage;
    record.exposure = attempt.exposure;
    record.exposed = attempt.exposed;
    record.tokenSimilarity = attempt.tokenSimilarity;
    record.treeSimilarity = attempt.treeSimilarity;
    record.manifest = attempt.manifest;
    return record;
}

} // namespace autodidact
