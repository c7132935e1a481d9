#pragma once

#include "core/evaluation/intervals.h"
#include "core/evaluation/significance.h"
#include "core/experiments/studyoutcome.h"

namespace autodidact {

/// What one seed's pairs say at the study's level.
enum class StudyCall { None, Helpful, Harmful };

/// One-sided exact sign test: the chance that a fair coin gives \p successes or more heads in successes + failures throws.
double signTest(int successes, int failures);

StudyCall callOf(const StudyOutcome &outcome, double level);

/// An arm in a world, over the seeds.
struct StudyFinding {
    QString world;
    QString arm;
    StudyMeasure measure = StudyMeasure::Both;
    QList<StudyOutcome> outcomes;    ///< by seed; of Retries paired already
    QList<double> effects;           ///< mean of D per seed, a share
    Estimate effect;                 ///< over seeds, bootstrap
    SignFlip test;
    int helpful = 0;                 ///< seeds called so
    int harmful = 0;
    Estimate helpfulShare;           ///< Clopper-Pearson, 95 %
    int positive = 0;                ///< seeds whose effect is above zero
    int zero = 0;                    ///< seeds whose effect is exactly zero
    std::optional<double> planted;   ///< mean gain of the oracle over the first version, a share
    std::optional<Estimate> loss;    ///< Safety: best version measured again minus the last one, over seeds
    double worstLoss = 0;            ///< Safety: of one seed
    int promoted = 0;
    int rollbacks = 0;
    QString verdict;
};

/// In the order of the plan: worlds, then arms. Conflict where an arm's partner is missing or played other tasks; arms and
/// worlds without outcomes are left out.
Result<QList<StudyFinding>> findingsOf(const StudyPlan &plan, const QList<StudyOutcome> &outcomes);

/// The numbers as a document for programs. \p student: version and hash of the student's parameters.
QJsonObject studyDocument(const StudyPlan &plan, const QList<StudyFinding> &findings, const QJsonObject &student);

/// One line a finding, for the terminal.
QString studyText(const StudyPlan &plan, const QList<StudyFinding> &findings);

} // namespace autodidact
