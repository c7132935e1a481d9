#include "core/calibration/familyrates.h"

#include "core/calibration/studentexam.h"
#include "core/calibration/workshare.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

QString toString(HelpKind kind)
{
    switch (kind) {
    case HelpKind::None:
        return u"no help"_s;
    case HelpKind::RightRule:
        return u"right rule"_s;
    case HelpKind::WrongRule:
        return u"wrong rule"_s;
    case HelpKind::SimilarMemory:
        return u"similar memory"_s;
    case HelpKind::PlainRetry:
        return u"retry"_s;
    case HelpKind::CauseNamed:
        return u"retry, cause named"_s;
    }
    return {};
}

FamilyRates &FamilyRates::operator+=(const FamilyRates &other)
{
    for (size_t i = 0; i < help.size(); ++i)
        help[i] += other.help[i];
    for (size_t i = 0; i < byLength.size(); ++i)
        byLength[i] += other.byLength[i];
    return *this;
}

FamilyRates SkillRates::all() const
{
    FamilyRates sum;
    for (const FamilyRates &rates : families)
        sum += rates;
    return sum;
}

int SkillRates::cells() const
{
    int count = 0;
    for (const FamilyRates &rates : families) {
        for (const FaultRate &rate : rates.help)
            count += rate.asked > 0 ? 1 : 0;
        for (const FaultRate &rate : rates.byLength)
            count += rate.asked > 0 ? 1 : 0;
    }
    return count;
}

int SkillRates::misses() const
{
    int count = 0;
    for (const FamilyRates &rates : families) {
        for (const FaultRate &rate : rates.help)
            count += rate.misses() ? 1 : 0;
        for (const FaultRate &rate : rates.byLength)
            count += rate.misses() ? 1 : 0;
    }
    return count;
}

Result<SkillRates> measureFamilies(const QString &suite, const QList<Task> &tasks,
    const QString &skill, const FamilySettings &settings)
{
    if (std::ranges::none_of(tasks, SimulatedStudent::knows))
        return fail(ErrorKind::BadUsage,
            u"The simulated student writes from reference solutions, and no task here has one it can read. Choose another suite."_s);
    const Result<StudentPrompts> prompts = StudentPrompts::create(settings.temperature);
    if (!prompts)
        return std::unexpected(prompts.error());
    const auto sat = sharedOut(settings.seeds, settings.jobs, [&](int number) -> Result<AllRates> {
        const quint64 seed = quint64(number) + 1;
        const StudentOptions options{.world = settings.world,
            .worldSeed = seed,
            .skill = skill,
            .calibration = settings.calibration};
        auto student = SimulatedStudent::create(tasks, options);
        if (!student)
            return std::unexpected(student.error());
        return StudentExam(**student, *prompts, seed).sit();
    });
    SkillRates rates{.suite = suite, .skill = skill, .families = {}};
    for (const Result<AllRates> &part : sat) {
        if (!part)
            return std::unexpected(part.error());
        for (size_t i = 0; i < rates.families.size(); ++i)
            rates.families[i] += (*part)[i];
    }
    return rates;
}

} // namespace autodidact
