#include "core/student/programmer.h"

#include "core/base/random.h"

#include <cmath>

namespace autodidact {

double shiftedChance(double chance, double effect)
{
    if (chance <= 0 || chance >= 1)
        return chance;
    return 1.0 / (1.0 + (1.0 - chance) / chance * std::exp(-effect));
}

Programmer::Programmer(const World &world, const Habits &habits, const Calibration &calibration, const RetryParameters &retry)
    : m_world(world)
    , m_habits(habits)
    , m_calibration(calibration)
    , m_retry(retry)
{
}

WrittenProgram Programmer::firstDraft(qsizetype index, const Guidance &guidance, double temperature, quint64 seed) const
{
    const TaskHabits &task = m_habits.of(index);
    const FamilySet faults = drawFaults(task, guidance, temperature, seed);
    return Habits::write(task, chooseReference(task, faults, seed), faults);
}

FamilySet Programmer::drawFaults(const TaskHabits &task, const Guidance &guidance, double temperature, quint64 seed) const
{
    FamilySet faults;
    for (const FaultFamily family : allFaultFamilies()) {
        // One draw a family, whatever the messages say: versions are compared on common random numbers.
        const double draw = Random::of({qint64(seed), qint64(task.group), qint64(family)}, "student.fault").uniform();
        if (holds(task.applicable, family) && draw < m_world.faultChance(family, task.group, guidance, temperature))
            faults |= only(family);
    }
    return faults;
}

int Programmer::chooseReference(const TaskHabits &task, const FamilySet &faults, quint64 seed) const
{
    // Among the solutions that have a place for most of the mistakes, any.
    Random random = Random::of({qint64(seed), qint64(task.task)}, "student.reference");
    int best = 0;
    qsizetype most = -1;
    for (const int number : random.permutation(int(task.references.size()))) {
        const auto places = qsizetype((task.references[size_t(number)].possible() & faults).count());
        if (places > most) {
            best = number;
            most = places;
        }
    }
    return best;
}

WrittenProgram Programmer::nextDraft(
    qsizetype index, const QByteArray &previous, const Guidance &guidance, double temperature, quint64 seed) const
{
    const TaskHabits &task = m_habits.of(index);
    Random random = Random::of({qint64(seed), qint64(task.group)}, "student.retry");
    const std::optional<WrittenProgram> own = Habits::recognise(task, previous);
    if (!own) {
        // Somebody else's program: mended or not as a whole.
        if (random.chance(m_calibration.fix))
            return Habits::write(task, chooseReference(task, {}, seed), {});
        WrittenProgram draft = firstDraft(index, guidance, temperature, seed);
        if (draft.faults.empty()) {
            if (const auto fault = newFault(task, draft.reference, {}, guidance, temperature, random))
                draft = Habits::write(task, draft.reference, only(*fault));
        }
        return draft;
    }
    const FamilySet before = own->families();
    FamilySet after = before.any() ? mend(before, guidance, random) : before;
    // A solution that offers no mistake to make is given up for one that does.
    const bool open = (task.references.at(size_t(own->reference)).possible() & task.applicable & ~after).any();
    const int reference = open || before.any() ? own->reference : chooseReference(task, task.applicable, seed);
    const double spoil = before.none() ? m_calibration.spoil : m_calibration.spoil * m_retry.joiningShare;
    if ((before.none() || after.any()) && random.chance(spoil)) {
        if (const auto fault = newFault(task, reference, after, guidance, temperature, random))
            after |= only(*fault);
    }
    return Habits::write(task, reference, after);
}

FamilySet Programmer::mend(const FamilySet &faults, const Guidance &guidance, Random &random) const
{
    FamilySet left;
    const double each = std::pow(m_calibration.fix, 1.0 / double(faults.count()));
    for (const FaultFamily family : allFaultFamilies()) {
        if (!holds(faults, family))
            continue;
        const double effect = guidance.of(family).causeNamed ? m_world.diagnosisEffect() : 0.0;
        if (!random.chance(shiftedChance(each, effect)))
            left |= only(family);
    }
    return left;
}

std::optional<FaultFamily> Programmer::newFault(const TaskHabits &task, int reference, const FamilySet &present,
    const Guidance &guidance, double temperature, Random &random) const
{
    const FamilySet open = task.applicable & task.references.at(size_t(reference)).possible() & ~present;
    if (open.none())
        return std::nullopt;
    std::vector<double> weights;
    for (const FaultFamily family : allFaultFamilies()) {
        const double chance = m_world.faultChance(family, task.group, guidance, temperature);
        weights.push_back(holds(open, family) ? m_retry.newFaultFloor + chance : 0.0);
    }
    return FaultFamily(random.weighted(weights) + 1);
}

} // namespace autodidact
