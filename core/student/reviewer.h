#pragma once

#include "core/student/habits.h"
#include "core/student/promptreader.h"
#include "core/student/studentparameters.h"

#include <QJsonObject>

namespace autodidact {

/// What a review says, and whether it is true.
struct Review {
    QJsonObject answer;      ///< what_failed, why, change, error_class, lines, cause, lessons, style
    QJsonObject manifest;    ///< metrics only
};

/// How much of a failure the feedback shows; more of it makes a right diagnosis likelier.
enum class FeedbackDetail { ClassOnly, Assertion, Values };

FeedbackDetail detailOf(const QString &feedback);

/// Chance that a diagnosis names a true cause: 0.25 from a class, 0.45 with the assertion, 0.65 with expected and actual.
double diagnosisChance(FeedbackDetail detail, const ReviewParameters &parameters);

/// Asked to reflect: diagnoses an attempt from its feedback. With the chance above it names a mistake that is really in
/// the program; else another one that fits the error class and that the program offers a place for. Immutable.
class Reviewer
{
public:
    Reviewer(const Lore &lore, const Textbook &book, const Habits &habits, const ReviewParameters &parameters);

    Review review(const ReadPrompt &prompt, quint64 seed) const;

private:
    struct Diagnosis {
        FaultFamily family = FaultFamily::Comparison;
        bool right = false;
        int line = 0;
    };
    Diagnosis diagnose(const ReadPrompt &prompt, ErrorClass errorClass, class Random &random,
        const std::optional<WrittenProgram> &own, const FamilySet &plausible) const;
    QJsonObject wording(const Diagnosis &diagnosis, ErrorClass errorClass, class Random &random) const;

    const Lore &m_lore;
    const Textbook &m_book;
    const Habits &m_habits;
    ReviewParameters m_parameters;
};

} // namespace autodidact
