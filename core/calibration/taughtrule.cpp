#include "core/calibration/taughtrule.h"

#include "core/base/random.h"
#include "core/calibration/studentprompts.h"
#include "core/calibration/workshare.h"
#include "core/student/simulatedstudent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The counts of one student.
struct Tally {
    std::array<FamilyChange, faultFamilyCount> families{};
    FaultRate wrongWithout;
    FaultRate wrongWith;
    int mended = 0;
    int spoilt = 0;
};

void understand(const Lore &lore, const QStringList &rules, Guidance &guidance)
{
    for (const QString &rule : rules) {
        const Meaning meaning = lore.meaningOf(rule);
        guidance.irrelevant += meaning.none() ? 1 : 0;
        for (const FaultFamily family : allFaultFamilies()) {
            guidance.of(family).remedyGiven |= holds(meaning.helps, family);
            guidance.of(family).contraryGiven |= holds(meaning.hurts, family);
        }
    }
}

/// One student before one task.
struct Lesson {
    SimulatedStudent &student;
    const StudentPrompts &prompts;
    qsizetype task;
    quint64 seed;
    std::stop_token stop;

    /// Counts into \p rateOf(family) for each family that applies, and into \p wrong; gives whether
    /// the program is right.
    template<typename RateOf>
    Result<bool> take(const QStringList &rules, const RateOf &rateOf, FaultRate &wrong) const
    {
        const ChatRequest request =
            prompts.draft(student.textbook().task(task), {.rules = rules, .memories = {}}, seed);
        const Result<WrittenAnswer> answer = askStudent(student, request, stop);
        if (!answer)
            return std::unexpected(answer.error());
        const TaskHabits &habits = student.habits().of(task);
        Guidance guidance;
        understand(student.lore(), rules, guidance);
        guidance.lengthRatio = promptLength(request) / student.parameters().prompt.freeTokens;
        double allRight = 1;
        for (const FaultFamily family : allFaultFamilies()) {
            if (!holds(habits.applicable, family))
                continue;
            const double chance =
                student.world().faultChance(family, habits.group, guidance, request.temperature);
            rateOf(family).count(holds(answer->faults, family), chance);
            allRight *= 1 - chance;
        }
        wrong.count(!answer->right(), 1 - allRight);
        return answer->right();
    }
};

Result<Tally> teachOne(SimulatedStudent &student, const StudentPrompts &prompts,
    const QString &rule, const QStringList &otherRules, quint64 seed, const std::stop_token &stop)
{
    Tally tally;
    const QStringList rules = otherRules + QStringList{rule};
    const auto change = [&](FaultFamily family) -> FamilyChange & {
        return tally.families.at(size_t(family) - 1);
    };
    for (qsizetype task = 0; task < student.textbook().size(); ++task) {
        const quint64 call = Random::seedOf(
            {qint64(seed), qint64(student.habits().of(task).task)}, "calibration.teach");
        const Lesson lesson{student, prompts, task, call, stop};
        const auto without = lesson.take(
            otherRules, [&](FaultFamily family) -> FaultRate & { return change(family).without; },
            tally.wrongWithout);
        const auto with = lesson.take(
            rules, [&](FaultFamily family) -> FaultRate & { return change(family).with; },
            tally.wrongWith);
        if (!without || !with)
            return std::unexpected(without ? with.error() : without.error());
        tally.mended += !*without && *with ? 1 : 0;
        tally.spoilt += *without && !*with ? 1 : 0;
    }
    return tally;
}

void add(
    TaughtRule &taught, std::array<FamilyChange, faultFamilyCount> &families, const Tally &tally)
{
    for (size_t i = 0; i < families.size(); ++i) {
        families[i].without += tally.families[i].without;
        families[i].with += tally.families[i].with;
    }
    taught.wrongWithout += tally.wrongWithout;
    taught.wrongWith += tally.wrongWith;
    taught.mended += tally.mended;
    taught.spoilt += tally.spoilt;
}

} // namespace

Result<TaughtRule> teachRule(const QString &rule, const QList<Task> &tasks,
    const TeachSettings &settings, std::stop_token stop)
{
    if (rule.trimmed().isEmpty() || rule.contains(u'\n'))
        return fail(ErrorKind::BadUsage,
            u"A rule is one line of text that says what to do, for example \"Check the end of every range.\""_s);
    if (std::ranges::none_of(tasks, SimulatedStudent::knows))
        return fail(ErrorKind::BadUsage,
            u"The simulated student writes from reference solutions, and no task here has one it can read. Choose another suite."_s);
    const Result<Lore> lore = Lore::bundled();
    if (!lore)
        return std::unexpected(lore.error());
    const Result<StudentPrompts> prompts = StudentPrompts::create(settings.temperature);
    if (!prompts)
        return std::unexpected(prompts.error());
    const auto tallies = sharedOut(settings.seeds, settings.jobs, [&](int number) -> Result<Tally> {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, u"stopped while students were taught"_s);
        const quint64 seed = quint64(number) + 1;
        auto student = SimulatedStudent::create(tasks,
            {.world = settings.world,
                .worldSeed = seed,
                .skill = settings.skill,
                .calibration = {}});
        if (!student)
            return std::unexpected(student.error());
        return teachOne(**student, *prompts, rule.trimmed(), settings.otherRules, seed, stop);
    });
    TaughtRule taught{.rule = rule.trimmed(),
        .meaning = lore->meaningOf(rule),
        .families = {},
        .wrongWithout = {},
        .wrongWith = {}};
    std::array<FamilyChange, faultFamilyCount> families{};
    for (const Result<Tally> &tally : tallies) {
        if (!tally)
            return std::unexpected(tally.error());
        add(taught, families, *tally);
    }
    for (const FaultFamily family : allFaultFamilies()) {
        FamilyChange &change = families.at(size_t(family) - 1);
        change.family = family;
        if (change.without.asked > 0)
            taught.families.append(change);
    }
    const FamilySet meant = taught.meaning.helps | taught.meaning.hurts;
    std::ranges::stable_partition(
        taught.families, [&](const FamilyChange &change) { return holds(meant, change.family); });
    return taught;
}

} // namespace autodidact
