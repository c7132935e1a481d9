#include "core/evaluation/reflector.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString changeFor(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::None: return u"Look for cases that the shown tests leave out: empty, single, repeated and extreme values."_s;
    case ErrorClass::Syntax: return u"Mend the syntax at the reported line and check brackets, colons and indentation."_s;
    case ErrorClass::Compile: return u"Mend what the compiler reports, first message first."_s;
    case ErrorClass::Import: return u"Import every module that is used, and only modules that exist."_s;
    case ErrorClass::Runtime: return u"Guard the operation that raised the exception against the value in the test."_s;
    case ErrorClass::Logic: return u"Work through the failing test by hand and mend the step where the value first differs."_s;
    case ErrorClass::Timeout: return u"Make sure that every loop ends, then use an algorithm with fewer steps."_s;
    case ErrorClass::Memory: return u"Do not build the whole result at once; process values one at a time."_s;
    case ErrorClass::Forbidden: return u"Use no network, no processes and no files outside the work folder."_s;
    case ErrorClass::Infrastructure: return u"Nothing: the fault was not the program's."_s;
    }
    return {};
}

/// Where a tool saw that the program does not parse; the verdict need not say where.
const ToolFinding *syntaxFinding(const SeenAttempt &seen)
{
    for (const ToolReport &report : seen.toolReports) {
        for (const ToolFinding &finding : report.findings) {
            if (report.check == "syntax"_L1 && !isUpset(report))
                return &finding;
        }
    }
    return nullptr;
}

QString firstFailure(const Verdict &verdict, QList<int> &lines)
{
    for (const Diagnostic &diagnostic : verdict.diagnostics) {
        if (diagnostic.line > 0)
            lines.append(diagnostic.line);
        return diagnostic.message;
    }
    for (const TestResult &test : verdict.tests) {
        if (test.passed())
            continue;
        if (test.line > 0)
            lines.append(test.line);
        const QString values = test.expected.isEmpty() && test.actual.isEmpty()
            ? test.message
            : u"expected %1, got %2"_s.arg(test.expected.left(200), test.actual.left(200));
        return u"Test \"%1\" failed: %2"_s.arg(test.name, values.left(500));
    }
    return verdict.errorDetail;
}

} // namespace

Reflection ruleBasedReflection(const SeenAttempt &seen)
{
    Reflection reflection;
    reflection.attempt = seen.attempt.id;
    reflection.place = seen.attempt.place;
    reflection.origin = ReflectionOrigin::RuleBased;
    const bool onlyHiddenRed = seen.verdict.passed;
    reflection.whatFailed = onlyHiddenRed ? u"The visible tests pass, the hidden ones do not."_s
                                          : firstFailure(seen.verdict, reflection.statedLines);
    const ToolFinding *syntax = syntaxFinding(seen);
    if (syntax && !onlyHiddenRed && syntax->line > 0 && !reflection.statedLines.contains(syntax->line))
        reflection.statedLines.prepend(syntax->line);
    if (syntax && reflection.whatFailed.isEmpty())
        reflection.whatFailed = syntax->message;
    if (reflection.whatFailed.isEmpty())
        reflection.whatFailed = u"The tests are red."_s;
    reflection.why = onlyHiddenRed ? u"A case that no visible test covers is handled wrongly."_s
                                   : u"The sandbox reports an error of class %1."_s.arg(toString(seen.verdict.errorClass));
    const ErrorClass errorClass = onlyHiddenRed ? ErrorClass::None : seen.verdict.errorClass;
    reflection.change = changeFor(errorClass);
    // A class that nobody reported is not stated: it would be a guess dressed as a finding.
    if (!onlyHiddenRed)
        reflection.statedClass = errorClass;
    reflection.prose = u"%1 %2 %3"_s.arg(reflection.whatFailed, reflection.why, reflection.change);
    return reflection;
}

ClassMatch classMatch(const Reflection &reflection, const Verdict &verdict)
{
    if (!reflection.statedClass)
        return ClassMatch::NotStated;
    return *reflection.statedClass == verdict.errorClass ? ClassMatch::Agrees : ClassMatch::Differs;
}

} // namespace autodidact
