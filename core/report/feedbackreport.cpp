#include "core/report/feedbackreport.h"

#include "core/report/figures.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QString feedbackText(const FeedbackTally &tally)
{
    if (tally == FeedbackTally())
        return {};
    QStringList parts;
    if (tally.thumbs() > 0) {
        parts.append(u"%1 of %2 agree with the hidden tests (up and green %3, up and red %4, down and green %5, down and red %6)"_s
                         .arg(tally.agreeing()).arg(counted(tally.thumbs(), u"thumb"_s))
                         .arg(tally.upGreen).arg(tally.upRed).arg(tally.downGreen).arg(tally.downRed));
    }
    if (tally.unjudged > 0)
        parts.append(counted(tally.unjudged, u"thumb"_s) + u" without a verdict beside it"_s);
    parts.append(counted(tally.comments, u"comment"_s));
    parts.append(counted(tally.corrections, u"correction"_s));
    return parts.join(u", "_s);
}

QJsonObject feedbackJson(const FeedbackTally &tally)
{
    return {{u"up_green"_s, tally.upGreen}, {u"up_red"_s, tally.upRed}, {u"down_green"_s, tally.downGreen},
            {u"down_red"_s, tally.downRed}, {u"unjudged"_s, tally.unjudged}, {u"comments"_s, tally.comments},
            {u"corrections"_s, tally.corrections}};
}

QString roundsText(const Run &run)
{
    if (run.config.rounds > 0)
        return u"%1 of %2 rounds"_s.arg(run.roundsDone).arg(run.config.rounds);
    return counted(run.roundsDone, u"round"_s) + u", without an end"_s;
}

} // namespace autodidact
