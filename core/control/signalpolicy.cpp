#include "core/control/signalpolicy.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QStringList signalsOf(Feedback feedback)
{
    switch (feedback) {
    case Feedback::Visible: return {u"visible"_s};
    case Feedback::Verdict: return {u"visible"_s, u"verdict"_s};
    case Feedback::Hidden: return {u"visible"_s, u"verdict"_s, u"hidden"_s};
    }
    return {};
}

} // namespace

bool isAllowed(const SignalUse &use, Feedback feedback)
{
    if (use.consumer == u"metrics")
        return use.signal == u"verdict";
    if (use.consumer == u"trial")
        return use.signal == u"verdict" && use.split == Split::Select;
    if (use.consumer == u"guard")
        return use.signal == u"verdict" && (use.split == Split::Select || use.split == Split::None);
    static const QStringList learners{u"retry"_s, u"reflection"_s, u"memory"_s, u"update"_s, u"race"_s, u"search"_s};
    if (!learners.contains(use.consumer))
        return false;
    if (use.split != Split::Learn && use.split != Split::None)
        return false;
    if (use.signal == u"tools")
        return use.consumer == u"retry" || use.consumer == u"reflection";
    return signalsOf(feedback).contains(use.signal);
}

QList<SignalUse> learningUses(const QString &consumer, Split split, Feedback feedback)
{
    QList<SignalUse> uses;
    for (const QString &signal : signalsOf(feedback))
        uses.append({consumer, signal, split});
    return uses;
}

QList<SignalUse> learningUses(const QString &consumer, Split split, Feedback feedback, const QList<ToolReport> &reports)
{
    QList<SignalUse> uses = learningUses(consumer, split, feedback);
    if (std::ranges::any_of(reports, &ToolReport::ran))
        uses.append({consumer, u"tools"_s, split});
    return uses;
}

} // namespace autodidact
