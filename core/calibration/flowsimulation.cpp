#include "core/calibration/flowsimulation.h"

#include "core/base/random.h"
#include "core/calibration/studentprompts.h"
#include "core/calibration/workshare.h"
#include "core/evaluation/reflector.h"
#include "core/evaluation/seen.h"
#include "core/student/simulatedstudent.h"
#include "core/tasks/program.h"
#include "core/tasks/selftests.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int mostLaps = 60; ///< over a suite, in search of enough right and wrong programs

struct Tried {
    WrittenAnswer written;
    QString answer;
};

/// One run over the tasks of the published one.
class FlowRun {
public:
    FlowRun(SimulatedStudent &student, const StudentPrompts &prompts, const FlowSettings &settings,
        int number)
        : m_student(student)
        , m_prompts(prompts)
        , m_settings(settings)
        , m_number(number)
        , m_reflector(student, ReflectorSettings{settings.temperature, 1024, number})
    {
    }

    Result<FlowCount> play(const PublishedFlow &published)
    {
        int right = published.rightAtFirst;
        int wrong = published.tasks - published.rightAtFirst;
        FlowCount count;
        for (int lap = 0; lap < mostLaps && right + wrong > 0; ++lap) {
            Random random = Random::of({m_number, lap}, "calibration.flow");
            for (const int task : random.permutation(int(m_student.textbook().size()))) {
                Result<Tried> first = attempt(task, 1, lap, nullptr);
                if (!first)
                    return std::unexpected(first.error());
                int &room = first->written.right() ? right : wrong;
                if (room == 0)
                    continue;
                --room;
                const Result<bool> endsRight = goOn(task, lap, *first);
                if (!endsRight)
                    return std::unexpected(endsRight.error());
                count.fixed += !first->written.right() && *endsRight ? 1 : 0;
                count.broken += first->written.right() && !*endsRight ? 1 : 0;
                if (right + wrong == 0)
                    break;
            }
        }
        if (right + wrong > 0)
            return fail(ErrorKind::BadInput,
                u"The suite yields too few programs: %1 right and %2 wrong ones are missing after "
                u"%3 laps. "
                "Take a larger suite."_s.arg(right)
                    .arg(wrong)
                    .arg(mostLaps));
        return count;
    }

private:
    const Task &text(int task) const { return m_student.textbook().task(task); }

    Result<Tried> attempt(int task, int number, int lap, const SeenAttempt *previous)
    {
        const quint64 seed = Random::seedOf({m_number, lap, task, number}, "calibration.attempt");
        const ChatRequest request = previous ? m_prompts.retry(text(task), *previous, seed)
                                             : m_prompts.draft(text(task), {}, seed);
        const Result<ChatReply> reply = m_student.complete(request, {}, {});
        const Result<WrittenAnswer> written = reply.and_then(readManifest);
        if (!written)
            return std::unexpected(written.error());
        return Tried{*written, reply->text};
    }

    /// What the loop sees of an attempt whose own tests are red, with the student's reflection on
    /// it.
    Result<SeenAttempt> reflectedOn(int task, int number, int lap, const QString &answer)
    {
        const OwnTests own = takeSelfTests(text(task), answer);
        SeenAttempt seen = redAttempt(text(task),
            assembleProgram(text(task), own.rest, AnswerKind::Answer).code, ErrorClass::Logic);
        seen.attempt.place = {.round = m_number * mostLaps + lap + 1,
            .phase = Phase::Learn,
            .task = task,
            .attempt = number};
        if (!own.tests.isEmpty())
            seen.verdict.tests.first().testCode = own.tests.last().code;
        const Result<Reflection> reflection = m_reflector.reflect(redacted(text(task)), seen, {});
        if (!reflection)
            return std::unexpected(reflection.error());
        seen.reflection = *reflection;
        return seen;
    }

    Result<bool> goOn(int task, int lap, Tried current)
    {
        for (int number = 2; number <= m_settings.attempts && !current.written.selfTestsGreen;
            ++number) {
            const Result<SeenAttempt> seen = reflectedOn(task, number - 1, lap, current.answer);
            if (!seen)
                return std::unexpected(seen.error());
            Result<Tried> next = attempt(task, number, lap, &*seen);
            if (!next)
                return std::unexpected(next.error());
            current = std::move(*next);
        }
        return current.written.right();
    }

    SimulatedStudent &m_student;
    const StudentPrompts &m_prompts;
    const FlowSettings &m_settings;
    int m_number;
    Reflector m_reflector;
};

} // namespace

Result<SimulatedFlow> simulateFlow(
    const QList<Task> &tasks, const CalibrationPreset &preset, const FlowSettings &settings)
{
    const auto student = SimulatedStudent::create(
        tasks, {.world = settings.world, .worldSeed = 1, .skill = {}, .calibration = preset.name});
    if (!student)
        return std::unexpected(student.error());
    const Result<StudentPrompts> prompts = StudentPrompts::create(settings.temperature, true);
    if (!prompts)
        return std::unexpected(prompts.error());
    const auto runs =
        sharedOut(settings.repeats, settings.jobs, [&](int number) -> Result<FlowCount> {
            return FlowRun(**student, *prompts, settings, number + 1).play(preset.published);
        });
    SimulatedFlow flow{.world = settings.world, .attempts = settings.attempts, .runs = {}};
    for (const Result<FlowCount> &run : runs) {
        if (!run)
            return std::unexpected(run.error());
        flow.runs.append(*run);
    }
    return flow;
}

} // namespace autodidact
