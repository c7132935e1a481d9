#include "core/memory/outcomereader.h"

#include "core/llm/chatmodel.h"
#include "core/memory/changedlines.h"
#include "core/memory/literalguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LongestError = 600;  ///< characters of an error that are worth keeping

QString oneLine(const QString &text, qsizetype longest)
{
    const QString line = text.simplified();
    return line.size() > longest ? line.first(longest - 1) + u'…' : line;
}

QString titleOf(const Task &task)
{
    return task.title.isEmpty() ? oneLine(task.statement.section(u'\n', 0, 0, QString::SectionSkipEmpty), 80) : task.title;
}

Memory blankMemory(const Task &task, const SeenAttempt &seen, MemorySetId set, int round)
{
    Memory memory;
    memory.set = set;
    memory.language = task.language;
    memory.group = task.groupKey();
    memory.taskKey = task.key;
    memory.tags = task.families + task.tags;
    memory.source = seen.attempt.id;
    memory.createdRound = round;
    memory.visibleFromRound = round + 1;
    return memory;
}

void setText(Memory &memory, const QString &title, const QString &problem, const QString &content)
{
    memory.title = title;
    memory.problem = problem;
    memory.content = content;
    memory.tokens = estimateTokens(searchText(memory));
}

QString errorTitle(const SeenAttempt &seen)
{
    const QString cause = seen.reflection ? seen.reflection->statedCause : QString();
    const QString name = seen.verdict.errorClass == ErrorClass::None ? u"logic"_s : toString(seen.verdict.errorClass);
    return cause.isEmpty() ? name + u" error"_s : name + u" error: "_s + oneLine(cause, 60);
}

/// The error in words, from what the feedback showed.
QString errorText(const SeenAttempt &seen)
{
    const Verdict &verdict = seen.verdict;
    if (verdict.passed)
        return u"passes the visible tests, but not the hidden ones"_s;
    QStringList lines;
    if (!verdict.errorDetail.isEmpty())
        lines.append(verdict.errorDetail);
    for (const Diagnostic &diagnostic : verdict.diagnostics.first(std::min<qsizetype>(1, verdict.diagnostics.size())))
        lines.append(diagnostic.message);
    const auto failed = std::ranges::find_if(verdict.tests, [](const TestResult &test) { return !test.passed(); });
    if (failed != verdict.tests.cend()) {
        if (!failed->message.isEmpty())
            lines.append(failed->message);
        if (!failed->expected.isEmpty() || !failed->actual.isEmpty())
            lines.append(u"expected %1, got %2"_s.arg(failed->expected, failed->actual));
    }
    lines.removeDuplicates();
    return lines.join(u'\n').first(std::min(LongestError, lines.join(u'\n').size()));
}

} // namespace

OutcomeReader::OutcomeReader(
    const TaskOutcome &outcome, RoundDraft &draft, const KeeperOptions &options, MemorySetId set, int round)
    : m_outcome(outcome)
    , m_task(outcome.task)
    , m_draft(draft)
    , m_options(options)
    , m_set(set)
    , m_round(round)
{
}

QList<Candidate> OutcomeReader::read()
{
    countUses();
    if (m_outcome.green()) {
        keepCode();
        keepFix();
    } else {
        keepFailure();
    }
    keepLessons();
    return m_found;
}

void OutcomeReader::countUses()
{
    for (const SeenAttempt &seen : m_outcome.attempts) {
        for (const MemoryUse &use : seen.attempt.memories)
            m_draft.countUse(use.memory, seen.green(), m_task.ordinal);
    }
}

void OutcomeReader::keepCode()
{
    const SeenAttempt &last = m_outcome.attempts.last();
    if (last.attempt.code.trimmed().isEmpty() || last.attempt.code.count(u'\n') > m_options.maxContentLines)
        return;
    Memory memory = blankMemory(m_task, last, m_set, m_round);
    memory.kind = MemoryKind::Code;
    setText(memory, titleOf(m_task), m_task.statement, last.attempt.code);
    const qsizetype count = m_outcome.attempts.size();
    find(memory, {u"solved at attempt %1"_s.arg(count), {ReasonCode::SolvedAtAttempt, {{u"attempt"_s, count}}}});
}

/// Of this round's attempts, the last red one and the lines that mended it; else those that mended the
/// failure that waits from an earlier round.
void OutcomeReader::keepFix()
{
    const SeenAttempt &green = m_outcome.attempts.last();
    const std::optional<Memory> open = m_draft.openFailure(m_task);
    const qsizetype count = m_outcome.attempts.size();
    if (count > 1 && m_outcome.attempts.at(count - 2).verdict.counts()) {
        const SeenAttempt &red = m_outcome.attempts.at(count - 2);
        Memory memory = open ? *open : blankMemory(m_task, green, m_set, m_round);
        setText(memory, errorTitle(red), errorText(red), red.attempt.code);
        storeFix(memory, green, {u"red at attempt %1, green at attempt %2"_s.arg(count - 1).arg(count),
                                    {ReasonCode::MendedAtAttempt, {{u"red"_s, count - 1}, {u"green"_s, count}}}});
    } else if (open) {
        storeFix(*open, green, {u"failed in round %1, mended in round %2"_s.arg(open->lastUsedRound).arg(m_round),
                                   {ReasonCode::MendedInRound, {{u"failed"_s, open->lastUsedRound}, {u"mended"_s, m_round}}}});
    }
}

/// \p memory holds the program that failed; what is kept of it is what mended it.
void OutcomeReader::storeFix(Memory memory, const SeenAttempt &green, const Explanation &reason)
{
    const QString lines = changedLines(memory.content, green.attempt.code).value_or(QString());
    if (lines.isEmpty())
        return;
    setText(memory, memory.title, memory.problem, lines);
    memory.kind = MemoryKind::Error;
    memory.term = MemoryTerm::Long;
    memory.source = green.attempt.id;
    memory.visibleFromRound = m_round + 1;
    if (memory.id.isValid())
        edit(std::move(memory), reason);
    else
        find(std::move(memory), reason);
}

void OutcomeReader::keepFailure()
{
    const SeenAttempt &last = m_outcome.attempts.last();
    const std::optional<Memory> open = m_draft.openFailure(m_task);
    Memory memory = open ? *open : blankMemory(m_task, last, m_set, m_round);
    memory.kind = MemoryKind::Error;
    memory.term = MemoryTerm::Short;
    memory.source = last.attempt.id;
    memory.lastUsedRound = m_round;
    memory.visibleFromRound = m_round + 1;
    setText(memory, errorTitle(last), errorText(last), last.attempt.code);
    const qsizetype count = m_outcome.attempts.size();
    if (open)
        edit(memory, {u"still red after %1 attempts in round %2"_s.arg(count).arg(m_round),
                         {ReasonCode::StillRed, {{u"attempts"_s, count}, {u"round"_s, m_round}}}});
    else
        find(memory, {u"red after %1 attempts, waits for a later round"_s.arg(count),
                         {ReasonCode::WaitsForMending, {{u"attempts"_s, count}}}});
}

/// What a green test stands behind comes first; then the newest reflections, which know most.
void OutcomeReader::keepLessons()
{
    for (const Lesson &lesson : m_outcome.successLessons) {
        if (m_lessons < m_options.lessonsPerTask && isWorthKeeping(lesson))
            keepSuccessLesson(lesson);
    }
    for (auto seen = m_outcome.attempts.crbegin(); seen != m_outcome.attempts.crend(); ++seen) {
        if (!seen->reflection)
            continue;
        for (const Lesson &lesson : seen->reflection->lessons) {
            if (m_lessons < m_options.lessonsPerTask && isWorthKeeping(lesson))
                keepLesson(lesson, *seen);
        }
    }
}

bool OutcomeReader::isWorthKeeping(const Lesson &lesson) const
{
    return !lesson.title.trimmed().isEmpty() && !lesson.content.trimmed().isEmpty()
        && !taskLiteralIn(lesson.title + u'\n' + lesson.when + u'\n' + lesson.content, m_task);
}

Memory OutcomeReader::lessonMemory(const Lesson &lesson, const SeenAttempt &seen) const
{
    Memory memory = blankMemory(m_task, seen, m_set, m_round);
    memory.kind = MemoryKind::Lesson;
    memory.tags.clear();
    setText(memory, oneLine(lesson.title, 120), lesson.when.trimmed(), lesson.content.trimmed());
    return memory;
}

void OutcomeReader::keepSuccessLesson(const Lesson &lesson)
{
    ++m_lessons;
    Memory memory = lessonMemory(lesson, m_outcome.attempts.last());
    memory.tags = {u"success"_s};
    const int attempt = m_outcome.attempts.last().attempt.place.attempt;
    find(memory, {u"lesson of what made attempt %1 green"_s.arg(attempt), {ReasonCode::LessonOfSuccess, {{u"attempt"_s, attempt}}}});
}

void OutcomeReader::keepLesson(const Lesson &lesson, const SeenAttempt &seen)
{
    ++m_lessons;
    Memory memory = lessonMemory(lesson, seen);
    if (const QString cause = oneLine(seen.reflection->statedCause, 60); !cause.isEmpty())
        memory.tags = {cause};
    const int attempt = seen.attempt.place.attempt;
    find(memory,
        {u"lesson of a reflection on attempt %1"_s.arg(attempt), {ReasonCode::LessonOfReflection, {{u"attempt"_s, attempt}}}});
}

void OutcomeReader::find(Memory memory, const Explanation &reason)
{
    memory.why = reason.why;
    m_found.append({std::move(memory), reason.text, m_task.ordinal});
}

void OutcomeReader::edit(Memory memory, const Explanation &reason)
{
    memory.why = reason.why;
    m_draft.edit(memory, reason.text, m_task.ordinal);
}

} // namespace autodidact
