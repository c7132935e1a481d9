#include "core/runners/stepplan.h"

#include "core/runners/attemptinput.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int overheadMs = 500; // placing files, starting programs

void appendBytes(QByteArray &blob, const QByteArray &bytes)
{
    appendNumber(blob, quint32(bytes.size()));
    blob.append(bytes);
}

void appendTexts(QByteArray &blob, const QStringList &texts)
{
    appendNumber(blob, quint32(texts.size()));
    for (const QString &text : texts)
        appendText(blob, text);
}

/// In the order of readStep() in core/sandbox/steps/plan.cpp.
void appendStep(QByteArray &blob, const PlanStep &step)
{
    appendText(blob, step.name);
    appendNumber(blob, step.flags);
    appendNumber(blob, quint32(step.cpuMs));
    appendNumber(blob, quint32(step.wallMs > 0 ? step.wallMs : 3 * step.cpuMs));
    appendNumber(blob, quint32(step.addressMb));
    appendNumber(blob, quint32(step.memoryMb));
    appendTexts(blob, step.arguments);
    appendTexts(blob, step.environment);
    appendTexts(blob, step.removals);
    appendBytes(blob, step.input);
}

StepOutcome &outcomeOf(StepReport &report, const QString &name)
{
    for (StepOutcome &outcome : report.steps) {
        if (outcome.name == name)
            return outcome;
    }
    report.steps << StepOutcome{.name = name};
    return report.steps.last();
}

void readText(const Record &record, StepReport &report)
{
    const QString what = record.field(0);
    if (what == u"file") {
        report.files.insert(record.field(1), record.field(2));
    } else if (what == u"unplaced") {
        report.unplaced << record.field(1);
    } else if (what == u"stdout") {
        outcomeOf(report, record.field(1)).output = record.field(2);
    } else if (what == u"stderr") {
        outcomeOf(report, record.field(1)).errors = record.field(2);
    } else if (what == u"step") {
        StepOutcome &outcome = outcomeOf(report, record.field(1));
        outcome.status = record.field(2).toInt();
        outcome.overCpu = record.field(3) == u"1";
        outcome.overWall = record.field(3) == u"2";
        outcome.cpuMs = record.field(4).toDouble() / 1000;
        outcome.wallMs = record.field(5).toDouble() / 1000;
    } else {
        report.records << record;
    }
}

} // namespace

const StepOutcome *StepReport::find(const QString &name) const
{
    for (const StepOutcome &outcome : steps) {
        if (outcome.name == name)
            return &outcome;
    }
    return nullptr;
}

AttemptInput stepsInput(const Execution &execution, const StepPlan &plan, int memoryMb, const Nonce &nonce)
{
    AttemptInput input;
    input.request = requestFor(execution, sandbox::Mode::Steps);
    input.request.memoryMb = quint32(memoryMb);
    input.request.cpuMs = overheadMs;
    for (const PlanStep &step : plan.steps)
        input.request.cpuMs += quint32(step.cpuMs);
    input.request.wallMs = std::max(input.request.wallMs, 3 * input.request.cpuMs);
    input.outputLimit = qsizetype(execution.limits.outputKb) * 1024;
    input.program = execution.code.toUtf8();
    appendNumber(input.tests, nonce[0]);
    appendNumber(input.tests, nonce[1]);
    appendText(input.tests, plan.programPath);
    appendNumber(input.tests, quint32(plan.files.size()));
    for (const auto &[path, content] : plan.files) {
        appendText(input.tests, path);
        appendBytes(input.tests, content);
    }
    appendNumber(input.tests, quint32(plan.steps.size()));
    for (const PlanStep &step : plan.steps)
        appendStep(input.tests, step);
    appendTexts(input.tests, plan.collected);
    return input;
}

StepReport readSteps(const QByteArray &records, const Nonce &nonce)
{
    const Report report = readReport(records, nonce);
    StepReport steps;
    steps.complete = report.complete;
    steps.forged = report.forged;
    for (const Record &record : report.records) {
        if (record.kind == sandbox::RecordKind::Text)
            readText(record, steps);
        else if (record.kind != sandbox::RecordKind::Complete)
            steps.records << record;
    }
    return steps;
}

} // namespace autodidact
