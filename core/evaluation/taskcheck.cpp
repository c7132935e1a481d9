#include "core/evaluation/taskcheck.h"

#include "core/evaluation/testscope.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool hasOwnTests(TaskKind kind)
{
    return kind == TaskKind::Function || kind == TaskKind::Program;
}

/// A reference that is red: one finding for each test that did not pass, or one for all where no test was reached.
QList<TaskFinding> redReference(const Task &task, const TaskProbe &probe, const Verdict &verdict)
{
    TaskFinding whole{.code = FindingCode::ReferenceRed, .part = TaskPart::References, .index = probe.reference, .scope = probe.scope};
    whole.errorClass = verdict.errorClass;
    whole.message = verdict.errorDetail;
    QList<TaskFinding> findings;
    for (const TestResult &test : verdict.tests) {
        if (test.status != TestStatus::Failed && test.status != TestStatus::Errored)
            continue;
        TaskFinding found = whole;
        found.test = test.name;
        found.message = test.message.isEmpty() ? verdict.errorDetail : test.message;
        found.expected = test.expected;
        found.actual = test.actual;
        found.line = test.line;
        findings.append(found);
    }
    if (!findings.isEmpty())
        return findings;
    const auto error = std::ranges::find(verdict.diagnostics, u"error"_s, &Diagnostic::severity);
    if (error != verdict.diagnostics.end()) {
        whole.message = error->message;
        whole.line = error->line;
    } else if (hasOwnTests(task.kind) && whole.message.isEmpty()) {
        whole.message = verdict.output.trimmed().section(u'\n', -1);
    }
    return {whole};
}

QString named(const TaskFinding &finding)
{
    return finding.test.isEmpty() ? QString() : u" \"%1\""_s.arg(finding.test);
}

QString seen(const TaskFinding &finding)
{
    QString text = toString(finding.errorClass);
    if (!finding.message.isEmpty())
        text += u": "_s + finding.message;
    if (!finding.expected.isEmpty() || !finding.actual.isEmpty())
        text += u" (expected %1, got %2)"_s.arg(finding.expected, finding.actual);
    if (finding.line > 0)
        text += u", line %1"_s.arg(finding.line);
    return text;
}

} // namespace

bool canBeRun(const Repository &repository)
{
    return !repository.folder.isEmpty() && !repository.baseCommit.isEmpty() && !repository.testCommands.isEmpty()
        && !repository.goldPatch.isEmpty();
}

QList<TaskProbe> probesOf(const Task &task)
{
    QList<TaskProbe> probes;
    if (task.kind == TaskKind::Repository) {
        if (canBeRun(task.repository)) {
            probes.append({TaskProbe::Kind::Reference, 0, Visibility::Hidden, task.repository.goldPatch});
            probes.append({TaskProbe::Kind::Empty, 0, Visibility::Hidden, {}});
        }
        return probes;
    }
    if (!hasTests(task, Visibility::Hidden))
        return probes;
    for (int i = 0; i < task.references.size(); ++i) {
        probes.append({TaskProbe::Kind::Reference, i, Visibility::Hidden, task.references.at(i)});
        if (hasOwnTests(task.kind) && hasTests(task, Visibility::Visible))
            probes.append({TaskProbe::Kind::Reference, i, Visibility::Visible, task.references.at(i)});
    }
    if (!task.starter.trimmed().isEmpty())
        probes.append({TaskProbe::Kind::Starter, 0, Visibility::Hidden, task.starter});
    probes.append({TaskProbe::Kind::Empty, 0, Visibility::Hidden, {}});
    return probes;
}

QList<TaskFinding> findingsOf(const Task &task, const TaskProbe &probe, const Verdict &verdict)
{
    const bool reference = probe.mustBeGreen();
    if (verdict.passed == reference)
        return {};
    TaskFinding found{.index = probe.reference, .scope = probe.scope, .message = verdict.errorDetail, .errorClass = verdict.errorClass};
    if (!verdict.counts()) {
        found.code = FindingCode::NotJudged;
        found.part = reference ? TaskPart::References : TaskPart::Starter;
        return reference ? QList{found} : QList<TaskFinding>();
    }
    if (reference)
        return redReference(task, probe, verdict);
    const bool starter = probe.kind == TaskProbe::Kind::Starter;
    found.code = starter ? FindingCode::StarterGreen : FindingCode::EmptyGreen;
    found.part = starter ? TaskPart::Starter : task.kind == TaskKind::Files ? TaskPart::TestFiles : TaskPart::HiddenTests;
    return {found};
}

Result<QList<TaskFinding>> checkTask(const Task &task, Runner &runner, std::stop_token stop, const std::function<void(int, int)> &progress)
{
    const Judge judge(runner);
    const QList<TaskProbe> probes = probesOf(task);
    QList<TaskFinding> findings;
    int done = 0;
    for (const TaskProbe &probe : probes) {
        progress(done++, int(probes.size()));
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, u"The check was stopped."_s);
        const Result<Verdict> verdict = judge.judge(task, probe.program, probe.scope, stop);
        if (!verdict)
            return std::unexpected(verdict.error());
        findings += findingsOf(task, probe, *verdict);
    }
    progress(done, int(probes.size()));
    return findings;
}

QString toString(const TaskFinding &finding)
{
    const QString scope = finding.scope == Visibility::Visible ? u"visible"_s : u"hidden"_s;
    switch (finding.code) {
    case FindingCode::NoKey: return u"it has no id"_s;
    case FindingCode::BadKey: return u"its id holds a space"_s;
    case FindingCode::KeyTaken: return u"another task of the suite has its id"_s;
    case FindingCode::NoStatement: return u"it has no statement"_s;
    case FindingCode::NoEntryPoint: return u"it has no entry point"_s;
    case FindingCode::NoHiddenTests: return u"it has no hidden test: nothing can be judged"_s;
    case FindingCode::EmptyTest: return u"the %1 test%2 is empty"_s.arg(scope, named(finding));
    case FindingCode::BadPath: return u"the path%1 of a test file does not stay below the work folder"_s.arg(named(finding));
    case FindingCode::NoRepositoryName: return u"it names no repository"_s;
    case FindingCode::ReferenceRed:
        return u"reference %1 is red on the %2 test%3: %4"_s.arg(finding.index + 1).arg(scope, finding.test.isEmpty() ? u"s"_s : named(finding), seen(finding));
    case FindingCode::StarterGreen: return u"the starter is green on the hidden tests"_s;
    case FindingCode::EmptyGreen: return u"an empty program is green on the hidden tests"_s;
    case FindingCode::NoReference: return u"it has no reference solution: nothing shows that it can be solved"_s;
    case FindingCode::SameTest: return u"the visible test%1 is a hidden test, too"_s.arg(named(finding));
    case FindingCode::TestNameTwice: return u"the name%1 of a test comes twice"_s.arg(named(finding));
    case FindingCode::NoFolder: return u"it names no folder of a local clone"_s;
    case FindingCode::NoBaseCommit: return u"it names no base commit"_s;
    case FindingCode::NoFailToPass: return u"it names no test that must turn green"_s;
    case FindingCode::NotRunHere: return u"not run: that takes a local clone, a base commit, test commands and an accepted patch"_s;
    case FindingCode::NotJudged: return u"reference %1 could not be judged: %2"_s.arg(finding.index + 1).arg(finding.message);
    }
    return {};
}

} // namespace autodidact
