#include "widgets/prompt/promptpage.h"

#include "widgets/base/readingview.h"
#include "widgets/base/theme.h"
#include "widgets/prompt/promptmentions.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact::promptpage {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(PromptPage)
};

void showPart(ReadingView &view, int number, const QString &name, const QString &note, bool folded)
{
    const QString icon = folded ? u"chevron-right"_s : u"chevron-down"_s;
    view.heading(name, u"part:%1"_s.arg(number), note, theme::icon(icon, view.palette()));
}

} // namespace

QString segmentName(SegmentKind kind)
{
    switch (kind) {
    case SegmentKind::System: return Words::tr("System", "part of a prompt");
    case SegmentKind::Rules: return Words::tr("Rules", "part of a prompt");
    case SegmentKind::Memories: return Words::tr("Memories", "part of a prompt");
    case SegmentKind::Task: return Words::tr("Task", "part of a prompt");
    case SegmentKind::Reflection: return Words::tr("Reflection", "part of a prompt");
    case SegmentKind::Feedback: return Words::tr("Feedback on the previous attempt", "part of a prompt");
    case SegmentKind::Plan: return Words::tr("Plan", "part of a prompt");
    }
    return {};
}

QString finishReason(const QString &reason)
{
    if (reason == u"stop")
        return Words::tr("The model ended by itself.");
    if (reason == u"length")
        return Words::tr("The answer reached its limit of tokens.");
    return reason.isEmpty() ? Words::tr("The model gave no reason for its end.") : Words::tr("The model ended: %1").arg(reason);
}

int estimatedTokens(const Attempt &attempt)
{
    int tokens = 0;
    for (const PromptSegment &segment : attempt.prompt)
        tokens += segment.tokens;
    return tokens;
}

QString cutWarning(const Attempt &attempt)
{
    if (attempt.promptCut)
        return Words::tr("The server seems to have cut this prompt: it counted %1 tokens, we estimate %2.")
            .arg(QLocale().toString(attempt.usage.promptTokens), QLocale().toString(estimatedTokens(attempt)));
    return attempt.finishReason == u"length" ? Words::tr("The answer was cut off at its limit of tokens.") : QString();
}

QString plainText(const Attempt &attempt)
{
    QStringList texts;
    for (const PromptSegment &segment : attempt.prompt)
        texts.append(segment.text);
    return texts.join(u"\n\n"_s);
}

void show(ReadingView &view, const Attempt &attempt, const QSet<int> &folded)
{
    view.begin(QString::number(attempt.id.value));
    int number = 0;
    for (const PromptSegment &segment : attempt.prompt) {
        showPart(view, number, segmentName(segment.kind), Words::tr("%n tokens", nullptr, segment.tokens), folded.contains(number));
        if (!folded.contains(number))
            view.code(segment.text, promptMentions(segment), true);
        ++number;
    }
    showPart(view, number, Words::tr("Answer of the model"),
             Words::tr("%n tokens", nullptr, int(attempt.usage.completionTokens)), folded.contains(number));
    if (!folded.contains(number))
        view.code(attempt.completion, {}, true);
    view.end();
}

} // namespace autodidact::promptpage
