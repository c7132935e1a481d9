#include "core/calibration/studentexam.h"

using namespace Qt::StringLiterals;

namespace autodidact {

StudentExam::StudentExam(SimulatedStudent &student, const StudentPrompts &prompts, quint64 seed)
    : m_student(student)
    , m_prompts(prompts)
    , m_seed(seed)
{
}

Result<AllRates> StudentExam::sit()
{
    m_failed = Status();
    for (qsizetype task = 0; task < m_student.textbook().size() && m_failed; ++task)
        examine(task);
    if (!m_failed)
        return std::unexpected(m_failed.error());
    return m_rates;
}

void StudentExam::examine(qsizetype task)
{
    withoutHelp(task);
    for (size_t i = 0; i < measuredLengths.size(); ++i)
        atLength(task, i);
    for (const FaultFamily family : allFaultFamilies()) {
        if (!holds(habits(task).applicable, family))
            continue;
        withRules(task, family);
        withMemory(task, family);
        afterRed(task, family);
    }
}

/// One seed for each task, whatever the prompt: help is compared on common random numbers.
quint64 StudentExam::seedFor(qsizetype task) const
{
    return Random::seedOf({qint64(m_seed), qint64(habits(task).task)}, "calibration.draft");
}

double StudentExam::chance(
    qsizetype task, FaultFamily family, Guidance guidance, const ChatRequest &request) const
{
    guidance.lengthRatio = promptLength(request) / m_student.parameters().prompt.freeTokens;
    return m_student.world().faultChance(family, habits(task).group, guidance, request.temperature);
}

FamilySet StudentExam::faultsOf(const ChatRequest &request)
{
    const Result<WrittenAnswer> answer = askStudent(m_student, request);
    if (!answer)
        m_failed = std::unexpected(answer.error());
    else if (!answer->known)
        m_failed =
            fail(ErrorKind::Internal, u"The student did not find a task of its own textbook."_s);
    return answer ? answer->faults : FamilySet();
}

void StudentExam::withoutHelp(qsizetype task)
{
    const ChatRequest request = m_prompts.draft(text(task), {}, seedFor(task));
    const FamilySet made = faultsOf(request);
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(habits(task).applicable, family))
            rates(family)
                .of(HelpKind::None)
                .count(holds(made, family), chance(task, family, {}, request));
    }
}

void StudentExam::atLength(qsizetype task, size_t length)
{
    const int tokens = int(measuredLengths.at(length) * m_student.parameters().prompt.freeTokens);
    const PromptHelp filling{.rules = {}, .memories = {}, .tokens = tokens};
    const ChatRequest request = m_prompts.draft(text(task), filling, seedFor(task));
    const FamilySet made = faultsOf(request);
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(habits(task).applicable, family))
            rates(family).byLength.at(length).count(
                holds(made, family), chance(task, family, {}, request));
    }
}

void StudentExam::countDraft(qsizetype task, FaultFamily family, HelpKind kind,
    const PromptHelp &help, const Guidance &guidance)
{
    const ChatRequest request = m_prompts.draft(text(task), help, seedFor(task));
    rates(family).of(kind).count(
        holds(faultsOf(request), family), chance(task, family, guidance, request));
}

void StudentExam::withRules(qsizetype task, FaultFamily family)
{
    Random random = Random::of({qint64(seedFor(task)), qint64(family)}, "calibration.rule");
    Guidance guided;
    guided.of(family).remedyGiven = true;
    countDraft(task, family, HelpKind::RightRule,
        {.rules = {remedy(family, random)}, .memories = {}}, guided);
    if (const std::optional<QString> wrong = foreignRemedy(task, family, random))
        countDraft(task, family, HelpKind::WrongRule, {.rules = {*wrong}, .memories = {}}, {});
}

QString StudentExam::remedy(FaultFamily family, Random &random) const
{
    const QStringList &texts = m_student.lore().of(family).remedies;
    return texts.at(qsizetype(random.below(texts.size())));
}

/// A remedy of a family that does not apply to the task, and that does not mean this one.
std::optional<QString> StudentExam::foreignRemedy(
    qsizetype task, FaultFamily family, Random &random) const
{
    for (const int number : random.permutation(faultFamilyCount)) {
        const FaultFamily other = FaultFamily(number + 1);
        const QString text = remedy(other, random);
        const bool meansIt = holds(m_student.lore().meaningOf(text).helps, family);
        if (!meansIt && !holds(habits(task).applicable, other))
            return text;
    }
    return std::nullopt;
}

/// Another group's task that invites the mistake, too.
std::optional<qsizetype> StudentExam::similarTask(qsizetype task, FaultFamily family) const
{
    const qsizetype count = m_student.textbook().size();
    for (qsizetype step = 1; step < count; ++step) {
        const qsizetype other = (task + step) % count;
        const bool invites = holds(habits(other).applicable, family);
        if (invites && text(other).groupKey() != text(task).groupKey())
            return other;
    }
    return std::nullopt;
}

void StudentExam::withMemory(qsizetype task, FaultFamily family)
{
    const std::optional<qsizetype> similar = similarTask(task, family);
    if (!similar)
        return;
    const Textbook &book = m_student.textbook();
    const bool otherTime = book.afterChange(*similar) != book.afterChange(task);
    const double validity = m_student.world().drifts() && otherTime ? -1.0 : 1.0;
    Guidance guided;
    guided.of(family).memory = m_student.parameters().prompt.similarRelevance * validity;
    countDraft(task, family, HelpKind::SimilarMemory,
        {.rules = {}, .memories = {solvedMemory(text(*similar))}}, guided);
}

/// Goes on from a program with this one mistake, without and with a reflection that names it.
void StudentExam::afterRed(qsizetype task, FaultFamily family)
{
    WrittenProgram wrong;
    const int references = int(habits(task).references.size());
    for (int reference = 0; reference < references && wrong.faults.size() != 1; ++reference)
        wrong = Habits::write(habits(task), reference, only(family));
    if (wrong.faults.size() != 1)
        return;
    const FamilyLore &lore = m_student.lore().of(family);
    SeenAttempt seen = redAttempt(
        text(task), QString::fromUtf8(wrong.code), lore.classes.value(0, ErrorClass::Logic));
    const double mended = m_student.calibration().fix;
    // A retry draws once for all mistakes: without a seed of their own, families would share luck.
    const quint64 seed =
        Random::seedOf({qint64(seedFor(task)), qint64(family)}, "calibration.retry");
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

} // namespace autodidact
