#include "widgets/base/reasonwords.h"

#include "core/events/codec.h"
#include "widgets/base/causewords.h"
#include "widgets/base/reasonsentence.h"

using namespace Qt::StringLiterals;

namespace autodidact::reasonwords {

QString sentence(const Reason &reason, const QString &stored)
{
    if (reason.code == ReasonCode::Unstated)
        return stored.simplified();
    const QString said = reasonSentence(reason);
    return said.isEmpty() ? stored.simplified() : said;
}

QString of(const SafetyDecision &decision)
{
    return sentence({decision.code, decision.numbers}, decision.reason);
}

QString of(const Update &update)
{
    return sentence(update.why, update.reason);
}

QString of(const RuleEdit &edit)
{
    return sentence(edit.why, edit.reason);
}

QString note(const PromptVersion &version)
{
    return sentence(version.noteWhy, version.note);
}

QString validation(const QJsonObject &validation)
{
    const auto why = fromJson<Reason>(validation[u"why"_s].toObject());
    return sentence(why.value_or(Reason()), validation[u"reason"_s].toString());
}

QString status(const Reason &why, const QString &detail)
{
    return why.code == ReasonCode::StopRequested ? QString() : sentence(why, detail);
}

QString cause(const QString &cause)
{
    const QString known = causeWords(cause);
    return known.isEmpty() ? cause : known;
}

} // namespace autodidact::reasonwords
