#pragma once

#include "core/student/guidance.h"

#include <QJsonObject>

namespace autodidact {

/// Asked for a program: the first draft, or the next one after red.
///
/// A first draft is a reference solution with each applicable mistake made or not, by the world's chance for it.
///
/// After red the student knows its own program again and goes on from it. A program that was right (the red was
/// false, or about something else) is spoilt with chance b. A program that was wrong becomes right with chance f; with
/// n mistakes in it each is mended with chance f^(1/n), and a reflection that names the true cause raises the log odds of
/// that by psi. If something stays wrong, a new mistake may join it, with a quarter of chance b. The written chances of
/// section 5 do not enter there: what a task invites is fixed, so that a second draw from them would repeat the first.
class Programmer
{
public:
    Programmer(const World &world, const Habits &habits, const Calibration &calibration, const RetryParameters &retry);

    WrittenProgram firstDraft(qsizetype task, const Guidance &guidance, double temperature, quint64 seed) const;
    WrittenProgram nextDraft(qsizetype task, const QByteArray &previous, const Guidance &guidance, double temperature,
        quint64 seed) const;

private:
    FamilySet drawFaults(const TaskHabits &task, const Guidance &guidance, double temperature, quint64 seed) const;
    int chooseReference(const TaskHabits &task, const FamilySet &faults, quint64 seed) const;
    FamilySet mend(const FamilySet &faults, const Guidance &guidance, class Random &random) const;
    std::optional<FaultFamily> newFault(const TaskHabits &task, int reference, const FamilySet &present,
        const Guidance &guidance, double temperature, class Random &random) const;

    const World &m_world;
    const Habits &m_habits;
    Calibration m_calibration;
    RetryParameters m_retry;
};

/// A chance moved by an effect on its log odds.
double shiftedChance(double chance, double effect);

} // namespace autodidact
