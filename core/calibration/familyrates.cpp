#include "core/calibration/familyrates.h"

#include "core/base/random.h"
#include "core/calibration/studentprompts.h"
#include "core/calibration/workshare.h"
#include "core/student/simulatedstudent.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using Rates = std::array<FamilyRates, faultFamilyCount>;

/// One student, asked about every task of its textbook.
class StudentExam
{
public:
    StudentExam(SimulatedStudent &student, const StudentPrompts &prompts, quint64 seed)
        : m_student(student)
        , m_prompts(prompts)
        , m_seed(seed)
    {
    }

    Result<Rates> sit()
    {
        for (qsizetype task = 0; task < m_student.textbook().size(); ++task) {
            m_failed = Status();
            examine(task);
            if (!m_failed)
                return std::unexpected(m_failed.error());
        }
        return m_rates;
    }

private:
    void examine(qsizetype task)
    {
        draftForAll(task, HelpKind::None, {});
        for (size_t i = 0; i < measuredLengths.size(); ++i)
            draftAtLength(task, i);
        for (const FaultFamily family : allFaultFamilies()) {
            if (!holds(m_student.habits().of(task).applicable, family))
                continue;
            withRules(task, family);
            withMemory(task, family);
            afterRed(task, family);
        }
    }

    const Task &text(qsizetype task) const { return m_student.textbook().task(task); }
    FamilyRates &rates(FaultFamily family) { return m_rates.at(size_t(family) - 1); }

    /// One seed for each task, whatever the prompt: help is compared on common random numbers.
    quint64 seedFor(qsizetype task) const
    {
        return Random::seedOf({qint64(m_seed), qint64(m_student.habits().of(task).task)}, "calibration.draft");
    }

    double chance(qsizetype task, FaultFamily family, Guidance guidance, const ChatRequest &request) const
    {
        guidance.lengthRatio = promptLength(request) / m_student.parameters().prompt.freeTokens;
        return m_student.world().faultChance(family, m_student.habits().of(task).group, guidance, request.temperature);
    }

    FamilySet faultsOf(const ChatRequest &request)
    {
        const Result<WrittenAnswer> answer = askStudent(m_student, request);
        if (!answer)
            m_failed = std::unexpected(answer.error());
        else if (!answer->known)
            m_failed = fail(ErrorKind::Internal, u"The student did not find a task of its own textbook."_s);
        return answer ? answer->faults : FamilySet();
    }

    void draftForAll(qsizetype task, HelpKind kind, const PromptHelp &help)
    {
        const ChatRequest request = m_prompts.draft(text(task), help, seedFor(task));
        const FamilySet made = faultsOf(request);
        for (const FaultFamily family : allFaultFamilies()) {
            if (holds(m_student.habits().of(task).applicable, family))
                rates(family).of(kind).count(holds(made, family), chance(task, family, {}, request));
        }
    }

    void draftAtLength(qsizetype task, size_t length)
    {
        const int tokens = int(measuredLengths.at(length) * m_student.parameters().prompt.freeTokens);
        const ChatRequest request = m_prompts.draft(text(task), {.rules = {}, .memories = {}, .tokens = tokens}, seedFor(task));
        const FamilySet made = faultsOf(request);
        for (const FaultFamily family : allFaultFamilies()) {
            if (holds(m_student.habits().of(task).applicable, family))
                rates(family).byLength.at(length).count(holds(made, family), chance(task, family, {}, request));
        }
    }

    void draftFor(qsizetype task, FaultFamily family, HelpKind kind, const PromptHelp &help, const Guidance &guidance)
    {
        const ChatRequest request = m_prompts.draft(text(task), help, seedFor(task));
        rates(family).of(kind).count(holds(faultsOf(request), family), chance(task, family, guidance, request));
    }

    void withRules(qsizetype task, FaultFamily family)
    {
        Random random = Random::of({qint64(seedFor(task)), qint64(family)}, "calibration.rule");
        Guidance guided;
        guided.of(family).remedyGiven = true;
        draftFor(task, family, HelpKind::RightRule, {.rules = {remedy(family, random)}, .memories = {}}, guided);
        if (const std::optional<QString> wrong = foreignRemedy(task, family, random))
            draftFor(task, family, HelpKind::WrongRule, {.rules = {*wrong}, .memories = {}}, {});
    }

    QString remedy(FaultFamily family, Random &random) const
    {
        const QStringList &texts = m_student.lore().of(family).remedies;
        return texts.at(qsizetype(random.below(texts.size())));
    }

    /// A remedy of a family that does not apply to the task, and that does not mean this one.
    std::optional<QString> foreignRemedy(qsizetype task, FaultFamily family, Random &random) const
    {
        for (const int number : random.permutation(faultFamilyCount)) {
            const FaultFamily other = FaultFamily(number + 1);
            const QString text = remedy(other, random);
            if (!holds(m_student.habits().of(task).applicable, other) && !holds(m_student.lore().meaningOf(text).helps, family))
                return text;
        }
        return std::nullopt;
    }

    /// Another group's task that invites the mistake, too.
    std::optional<qsizetype> similarTask(qsizetype task, FaultFamily family) const
    {
        const qsizetype count = m_student.textbook().size();
        for (qsizetype step = 1; step < count; ++step) {
            const qsizetype other = (task + step) % count;
            if (text(other).groupKey() != text(task).groupKey() && holds(m_student.habits().of(other).applicable, family))
                return other;
        }
        return std::nullopt;
    }

    void withMemory(qsizetype task, FaultFamily family)
    {
        const std::optional<qsizetype> similar = similarTask(task, family);
        if (!similar)
            return;
        const bool otherTime = m_student.textbook().afterChange(*similar) != m_student.textbook().afterChange(task);
        const double validity = m_student.world().drifts() && otherTime ? -1.0 : 1.0;
        Guidance guided;
        guided.of(family).memory = m_student.parameters().prompt.similarRelevance * validity;
        draftFor(task, family, HelpKind::SimilarMemory, {.rules = {}, .memories = {solvedMemory(text(*similar))}}, guided);
    }

    /// Goes on from a program with this one mistake, without and with a reflection that names it.
    void afterRed(qsizetype task, FaultFamily family)
    {
        const TaskHabits &habits = m_student.habits().of(task);
        WrittenProgram wrong;
        for (int reference = 0; reference < int(habits.references.size()) && wrong.faults.size() != 1; ++reference)
            wrong = Habits::write(habits, reference, only(family));
        if (wrong.faults.size() != 1)
            return;
        const FamilyLore &lore = m_student.lore().of(family);
        SeenAttempt seen = redAttempt(text(task), QString::fromUtf8(wrong.code), lore.classes.value(0, ErrorClass::Logic));
        const double mended = m_student.calibration().fix;
        // A retry draws once for all mistakes: without a seed of their own, families would share their luck.
        const quint64 seed = Random::seedOf({qint64(seedFor(task)), qint64(family)}, "calibration.retry");
        const FamilySet plain = faultsOf(m_prompts.retry(text(task), seen, seed));
        rates(family).of(HelpKind::PlainRetry).count(holds(plain, family), 1 - mended);
        seen.reflection = Reflection{};
        seen.reflection->whatFailed = u"A test is red."_s;
        seen.reflection->why = lore.whys.first();
        seen.reflection->change = lore.remedies.first();
        seen.reflection->statedCause = toString(family);
        const FamilySet named = faultsOf(m_prompts.retry(text(task), seen, seed));
        const double stays = 1 - shiftedChance(mended, m_student.world().diagnosisEffect());
        rates(family).of(HelpKind::CauseNamed).count(holds(named, family), stays);
    }

    SimulatedStudent &m_student;
    const StudentPrompts &m_prompts;
    quint64 m_seed;
    Rates m_rates;
    Status m_failed;
};

} // namespace

QString toString(HelpKind kind)
{
    switch (kind) {
    case HelpKind::None: return u"no help"_s;
    case HelpKind::RightRule: return u"right rule"_s;
    case HelpKind::WrongRule: return u"wrong rule"_s;
    case HelpKind::SimilarMemory: return u"similar memory"_s;
    case HelpKind::PlainRetry: return u"retry"_s;
    case HelpKind::CauseNamed: return u"retry, cause named"_s;
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

Result<SkillRates> measureFamilies(const QString &suite, const QList<Task> &tasks, const QString &skill, const FamilySettings &settings)
{
    const Result<StudentPrompts> prompts = StudentPrompts::create(settings.temperature);
    if (!prompts)
        return std::unexpected(prompts.error());
    const auto sat = sharedOut(settings.seeds, settings.jobs, [&](int number) -> Result<Rates> {
        const quint64 seed = quint64(number) + 1;
        const StudentOptions options{.world = settings.world, .worldSeed = seed, .skill = skill, .calibration = settings.calibration};
        auto student = SimulatedStudent::create(tasks, options);
        if (!student)
            return std::unexpected(student.error());
        return StudentExam(**student, *prompts, seed).sit();
    });
    SkillRates rates{.suite = suite, .skill = skill, .families = {}};
    for (const Result<Rates> &part : sat) {
        if (!part)
            return std::unexpected(part.error());
        for (size_t i = 0; i < rates.families.size(); ++i)
            rates.families[i] += (*part)[i];
    }
    return rates;
}

} // namespace autodidact
