#include "runner.h"

#include "capture.h"
#include "core/sandbox/supervisor/child.h"
#include "core/sandbox/supervisor/report.h"
#include "stepprocess.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>

namespace autodidact::sandbox {

namespace {

constexpr size_t largestStream = 2u << 20;

void addNumber(Buffer &fields, long long number)
{
    char digits[24];
    const int size = snprintf(digits, sizeof digits, "%lld", number);
    fields.text(digits, size_t(size));
}

void refuse(Reader::Text path)
{
    Buffer fields;
    fields.text("unplaced", 8);
    fields.text(path.data, path.size);
    report(RecordKind::Text, 0, 0, &fields);
    _exit(0);
}

void reportEnd(const Step &step, const StepEnd &end)
{
    Buffer fields;
    fields.text("step", 4);
    fields.text(step.name.data, step.name.size);
    addNumber(fields, end.status);
    addNumber(fields, int(end.over));
    addNumber(fields, (long long)end.cpuUs);
    addNumber(fields, (long long)end.wallUs);
    report(RecordKind::Text, 0, 0, &fields);
}

void reportStream(const char *kind, const Step &step, int file)
{
    if (file < 0)
        return;
    Buffer fields;
    fields.text(kind, 6);
    fields.text(step.name.data, step.name.size);
    reportContent(fields, file, largestStream);
    close(file);
}

int streamFile()
{
    return memfd_create("stream", MFD_CLOEXEC);
}

/// False where the steps that follow make no sense any more.
bool play(const Step &step, bool &failed)
{
    if ((step.flags & StepAfterFailure) && !failed)
        return true;
    for (uint32_t i = 0; i < step.removals.count; ++i)
        unlink(terminated(step.removals.items[i]));
    StepFds fds;
    const int out = step.flags & StepCaptureOutput ? streamFile() : -1;
    const int errors = step.flags & StepCaptureErrors ? streamFile() : -1;
    fds.output = step.flags & StepReports ? reportFd : out;
    fds.errors = errors;
    const StepEnd end = runStep(step, fds);
    reportStream("stdout", step, out);
    reportStream("stderr", step, errors);
    reportEnd(step, end);
    const bool inTime = end.over == StepEnd::Over::Nothing;
    failed = !inTime || end.status != 0;
    return (inTime || !(step.flags & (StepMustSucceed | StepMustFinish))) && (end.status == 0 || !(step.flags & StepMustSucceed));
}

} // namespace

void runPlan(const Buffer &program, const Buffer &bytes, volatile uint32_t *memoryMb)
{
    fcntl(reportFd, F_SETFD, FD_CLOEXEC);
    Reader in(bytes.data(), bytes.size());
    readNonce(in);
    const Reader::Text programPath = in.text();
    Plan plan;
    if (!readPlan(in, plan))
        _exit(setupExit);
    if (programPath.size > 0 && !placeFile(programPath, {program.data() ? program.data() : "", program.size()}))
        refuse(programPath);
    for (uint32_t i = 0; i + 1 < plan.files.count; i += 2) {
        if (!placeFile(plan.files.items[i], plan.files.items[i + 1]))
            refuse(plan.files.items[i]);
    }
    uint32_t done = 0;
    bool failed = false;
    for (; done < plan.stepCount; ++done) {
        *memoryMb = plan.steps[done].memoryMb;
        if (!play(plan.steps[done], failed))
            break;
    }
    *memoryMb = 0;
    for (uint32_t i = 0; i < plan.collected.count; ++i)
        reportFiles(plan.collected.items[i]);
    report(RecordKind::Complete, done, 0);
    _exit(0);
}

} // namespace autodidact::sandbox
