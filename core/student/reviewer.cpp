#include "core/student/reviewer.h"

#include "core/base/random.h"
#include "core/base/json.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

ErrorClass classIn(const QString &feedback)
{
    static const QRegularExpression line(u"error class:\\s*\\**(\\w+)"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = line.match(feedback);
    const std::optional<ErrorClass> named = errorClassFromString(match.captured(1).toLower());
    return named && *named != ErrorClass::None ? *named : ErrorClass::Logic;
}

QString whatFailed(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Syntax:
    case ErrorClass::Compile: return u"The program does not parse."_s;
    case ErrorClass::Import: return u"A module or a name from one is not there."_s;
    case ErrorClass::Runtime: return u"The program stops with an exception."_s;
    case ErrorClass::Timeout: return u"The program does not end in time."_s;
    case ErrorClass::Memory: return u"The program uses too much memory."_s;
    case ErrorClass::Forbidden: return u"The program tries what the sandbox forbids."_s;
    default: return u"The program gives a wrong result in at least one test."_s;
    }
}

const QString &anyOf(const QStringList &texts, Random &random)
{
    return texts.at(qsizetype(random.below(texts.size())));
}

FaultFamily anyOf(const FamilySet &set, Random &random)
{
    qint64 skip = random.below(qint64(set.count()));
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(set, family) && skip-- == 0)
            return family;
    }
    return FaultFamily::Comparison;
}

} // namespace

FeedbackDetail detailOf(const QString &feedback)
{
    static const QRegularExpression expected(u"\\bexpected\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression actual(u"\\b(actual|got)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (feedback.contains(expected) && feedback.contains(actual))
        return FeedbackDetail::Values;
    if (feedback.contains("assert"_L1, Qt::CaseInsensitive))
        return FeedbackDetail::Assertion;
    return FeedbackDetail::ClassOnly;
}

double diagnosisChance(FeedbackDetail detail, const ReviewParameters &parameters)
{
    switch (detail) {
    case FeedbackDetail::ClassOnly: return parameters.rightFromClass;
    case FeedbackDetail::Assertion: return parameters.rightFromAssertion;
    case FeedbackDetail::Values: return parameters.rightFromValues;
    }
    return parameters.rightFromClass;
}

Reviewer::Reviewer(const Lore &lore, const Textbook &book, const Habits &habits, const ReviewParameters &parameters)
    : m_lore(lore)
    , m_book(book)
    , m_habits(habits)
    , m_parameters(parameters)
{
}

Review Reviewer::review(const ReadPrompt &prompt, quint64 seed) const
{
    Random random = Random::of({qint64(seed), qint64(stableHash(prompt.task.toUtf8()))}, "student.review");
    const ErrorClass errorClass = classIn(prompt.feedback);
    FamilySet plausible = FamilySet().set();
    std::optional<WrittenProgram> own;
    if (const std::optional<qsizetype> task = m_book.find(prompt.task)) {
        const TaskHabits &habits = m_habits.of(*task);
        own = Habits::recognise(habits, prompt.previousCode.value_or(QString()).toUtf8());
        if (!habits.references.empty())
            plausible = habits.references.at(own ? size_t(own->reference) : 0).possible();
    }
    const Diagnosis diagnosis = diagnose(prompt, errorClass, random, own, plausible);
    Review review{.answer = wording(diagnosis, errorClass, random)};
    QJsonArray truth;
    if (own) {
        for (const MadeFault &fault : own->faults)
            truth.append(toString(fault.family));
    }
    review.manifest = {{u"faults"_s, truth}, {u"cause"_s, toString(diagnosis.family)}, {u"right"_s, diagnosis.right},
        {u"recognised"_s, own.has_value()}};
    return review;
}

Reviewer::Diagnosis Reviewer::diagnose(const ReadPrompt &prompt, ErrorClass errorClass, Random &random,
    const std::optional<WrittenProgram> &own, const FamilySet &plausible) const
{
    const bool lucky = random.chance(diagnosisChance(detailOf(prompt.feedback), m_parameters));
    if (lucky && own && !own->faults.empty()) {
        const MadeFault &fault = own->faults.at(size_t(random.below(qint64(own->faults.size()))));
        return {fault.family, true, fault.line};
    }
    const FamilySet truth = own ? own->families() : FamilySet();
    FamilySet wrong = m_lore.consistentWith(errorClass) & ~truth;
    if ((wrong & plausible).any())
        wrong &= plausible;
    if (wrong.none())
        wrong = ~truth;
    const qint64 lines = 1 + prompt.previousCode.value_or(QString()).trimmed().count(u'\n');
    return {anyOf(wrong, random), false, int(1 + random.below(lines))};
}

QJsonObject Reviewer::wording(const Diagnosis &diagnosis, ErrorClass errorClass, Random &random) const
{
    const FamilyLore &lore = m_lore.of(diagnosis.family);
    QJsonArray lessons;
    if (random.chance(m_parameters.lessonChance)) {
        lessons.append(QJsonObject{
            {u"title"_s, lore.title}, {u"when"_s, lore.when}, {u"content"_s, anyOf(lore.remedies, random)}});
    }
    const double score = std::clamp(std::round(2.0 * (m_parameters.styleMean + m_parameters.styleSd * random.normal())) / 2.0, 0.0, 10.0);
    const QStringList reasons{u"The names are clear and the steps are in order."_s,
        u"Short and readable; one step could be its own function."_s, u"Readable, though a comment would help here and there."_s};
    return {{u"what_failed"_s, whatFailed(errorClass)}, {u"why"_s, anyOf(lore.whys, random)},
        {u"change"_s, anyOf(lore.remedies, random)}, {u"error_class"_s, toString(errorClass)},
        {u"lines"_s, QJsonArray{diagnosis.line}}, {u"cause"_s, toString(diagnosis.family)}, {u"lessons"_s, lessons},
        {u"style"_s, QJsonObject{{u"score"_s, score}, {u"reasons"_s, anyOf(reasons, random)}}}};
}

} // namespace autodidact
