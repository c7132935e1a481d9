#include "widgets/versions/updateevidence.h"

#include "core/update/pareto.h"
#include "widgets/base/textsheet.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UpdateEvidence)
};

QString points(const QJsonValue &share)
{
    return QLocale().toString(100 * share.toDouble(), 'f', 1);
}

void writeRace(TextSheet &sheet, const RaceScore &race)
{
    sheet.item(Words::tr("Race on learn tasks: %1 of %2 solved.").arg(race.greens()).arg(race.candidate.size()));
}

void writeTrial(TextSheet &sheet, const QJsonObject &trial)
{
    sheet.item(Words::tr("Trial on select tasks: %n pair(s), %1 better, %2 worse.", nullptr, trial[u"pairs"_s].toInt())
                   .arg(trial[u"better"_s].toInt()).arg(trial[u"worse"_s].toInt()),
               Words::tr("Mean gain %1 points (95 %: %2 to %3). Evidence of a gain %4, of a loss %5; 20 decides.")
                   .arg(points(trial[u"mean"_s]), points(trial[u"low"_s]), points(trial[u"high"_s]),
                        QLocale().toString(trial[u"e_plus"_s].toDouble(), 'g', 3), QLocale().toString(trial[u"e_minus"_s].toDouble(), 'g', 3)));
}

void writeAudit(TextSheet &sheet, const QJsonObject &audit)
{
    sheet.item(Words::tr("Audit after the promotion: %n pair(s), mean gain %1 points.", nullptr, audit[u"pairs"_s].toInt()).arg(points(audit[u"mean"_s])),
               audit[u"upper95"_s].isDouble() ? Words::tr("At most %1 points (95 %, one-sided).").arg(points(audit[u"upper95"_s])) : QString());
}

} // namespace

void writeUpdateEvidence(TextSheet &sheet, const Update &update)
{
    if (const std::optional<RaceScore> race = RaceScore::of(update))
        writeRace(sheet, *race);
    if (const QJsonObject trial = update.validation[u"trial"_s].toObject(); !trial.isEmpty())
        writeTrial(sheet, trial);
    if (const QJsonObject audit = update.validation[u"audit"_s].toObject(); !audit.isEmpty())
        writeAudit(sheet, audit);
}

} // namespace autodidact
