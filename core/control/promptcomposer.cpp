#include "core/control/promptcomposer.h"

#include "core/control/repositoryprompt.h"
#include "core/evaluation/feedbacktext.h"
#include "core/tasks/selftests.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString fenced(Language language, const QString &code)
{
    return u"```%1\n%2\n```"_s.arg(toString(language), code.trimmed());
}

PromptSegment segment(SegmentKind kind, const QString &title, const QString &text, const QStringList &sources = {})
{
    return {kind, title, text, estimateTokens(text), sources};
}

PromptSegment systemSegment(const PromptVersion &version)
{
    QStringList texts;
    for (const Section &section : version.sections)
        texts.append(section.text.trimmed());
    if (version.strategy.planFirst)
        texts.append(u"Before the code, write a plan of three to six lines."_s);
    return segment(SegmentKind::System, u"System"_s, texts.join(u"\n\n"_s));
}

PromptSegment rulesSegment(const PromptVersion &version)
{
    QString text = u"## Rules\n"_s;
    QStringList sources;
    for (const Rule &rule : version.rules) {
        text += u"- [%1] %2\n"_s.arg(rule.id, rule.text);
        sources.append(u"rule:"_s + rule.id);
    }
    return segment(SegmentKind::Rules, u"Rules"_s, text.trimmed(), sources);
}

QString memoryText(const Memory &memory)
{
    switch (memory.kind) {
    case MemoryKind::Code:
        return u"A solved problem: %1\n%2"_s.arg(memory.problem, fenced(memory.language, memory.content));
    case MemoryKind::Error:
        return u"An error met before: %1\nWhat mended it:\n%2"_s.arg(memory.problem, memory.content);
    case MemoryKind::Lesson:
        return u"%1\nWhen: %2"_s.arg(memory.content, memory.problem);
    }
    return {};
}

PromptSegment taskSegment(const Task &task, const RepositoryOutline *outline, bool selfTests)
{
    if (task.kind == TaskKind::Repository)
        return segment(SegmentKind::Task, task.title.isEmpty() ? task.key : task.title, repositoryTaskText(task, outline));
    QString text = u"## Task\n%1\n\nLanguage: %2. Entry point: `%3`."_s
                       .arg(task.statement.trimmed(), toString(task.language), task.entryPoint);
    if (!task.starter.trimmed().isEmpty())
        text += u"\n\n### Starter code\n"_s + fenced(task.language, task.starter);
    if (const QString request = selfTests ? selfTestRequest(task) : QString(); !request.isEmpty())
        text += u"\n\n"_s + request;
    return segment(SegmentKind::Task, task.title.isEmpty() ? task.key : task.title, text);
}

QString previousCode(const Task &task, const Attempt &attempt)
{
    return task.kind == TaskKind::Repository ? fencedText(u"diff"_s, attempt.code) : fenced(task.language, attempt.code);
}

QString reflectionText(const Reflection &reflection)
{
    QString text = u"## Reflection\nWhat failed: %1\nWhy: %2\nWhat to change: %3"_s
                       .arg(reflection.whatFailed, reflection.why, reflection.change);
    if (!reflection.statedCause.isEmpty())
        text += u"\nCause: "_s + reflection.statedCause;
    return text;
}

} // namespace

PromptSegment memoriesSegment(const QList<Memory> &memories)
{
    QStringList texts{u"## Memories"_s};
    QStringList sources;
    for (qsizetype i = 0; i < memories.size(); ++i) {
        texts.append(u"### Memory %1: %2\n%3"_s.arg(i + 1).arg(memories[i].title, memoryText(memories[i])));
        sources.append(u"memory:%1"_s.arg(memories[i].id.value));
    }
    return segment(SegmentKind::Memories, u"Memories"_s, texts.join(u"\n\n"_s), sources);
}

QList<PromptSegment> composePrompt(const PromptParts &parts)
{
    QList<PromptSegment> segments{systemSegment(parts.version)};
    if (!parts.version.rules.isEmpty())
        segments.append(rulesSegment(parts.version));
    if (!parts.memories.isEmpty())
        segments.append(memoriesSegment(parts.memories));
    segments.append(taskSegment(parts.task, parts.outline, parts.version.strategy.selfTests));
    if (parts.previous) {
        const SeenAttempt &previous = *parts.previous;
        segments.append(segment(SegmentKind::Feedback, u"Previous attempt"_s,
                                u"## Previous attempt\n%1\n\n## Test results\n%2"_s
                                    .arg(previousCode(parts.task, previous.attempt), feedbackText(previous))));
        if (parts.showReflection && previous.reflection)
            segments.append(segment(SegmentKind::Reflection, u"Reflection"_s, reflectionText(*previous.reflection)));
    }
    return segments;
}

QList<ChatMessage> toMessages(const QList<PromptSegment> &segments)
{
    QStringList system;
    QStringList user;
    for (const PromptSegment &segment : segments) {
        const bool forSystem = segment.kind == SegmentKind::System || segment.kind == SegmentKind::Rules;
        (forSystem ? system : user).append(segment.text);
    }
    return {{ChatRole::System, system.join(u"\n\n"_s)}, {ChatRole::User, user.join(u"\n\n"_s)}};
}

} // namespace autodidact
