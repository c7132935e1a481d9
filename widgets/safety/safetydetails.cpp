#include "widgets/safety/safetydetails.h"

#include "widgets/base/reasonwords.h"
#include "widgets/base/textsheet.h"
#include "widgets/versions/versionwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SafetyDetails)
};

QString points(double share)
{
    return QLocale().toString(qRound(100 * share));
}

void writeWindows(TextSheet &sheet, const QJsonObject &numbers)
{
    sheet.heading(Words::tr("Numbers"));
    sheet.line(Words::tr("Version %1: %2.", "version, then its success").arg(numbers[u"version"_s].toInt())
                   .arg(versionwords::solved(numbers[u"solved"_s].toInt(), numbers[u"outcomes"_s].toInt())));
    sheet.line(Words::tr("Best version %1: %2.", "version, then its success").arg(numbers[u"best_version"_s].toInt())
                   .arg(versionwords::solved(numbers[u"best_solved"_s].toInt(), numbers[u"best_outcomes"_s].toInt())));
    sheet.line(Words::tr("Drop %1 points; the trust region allows %2.").arg(points(numbers[u"drop"_s].toDouble()), points(numbers[u"trust_region"_s].toDouble())));
    sheet.faint(Words::tr("Evaluation window: the last %n outcome(s) of a version.", nullptr, numbers[u"window"_s].toInt()));
}

/// What a decision was measured by: its own numbers, or those of the decision that it takes back.
QJsonObject measured(const SafetyDecision &decision)
{
    if (decision.code != ReasonCode::TakesBack)
        return decision.numbers;
    return decision.numbers[u"undone"_s][u"reason"_s][u"values"_s].toObject();
}

} // namespace

void writeDecision(TextSheet &sheet, const SafetyDecision &decision)
{
    sheet.title(versionwords::action(decision));
    if (decision.fromVersion != decision.toVersion)
        sheet.line(Words::tr("From version %1 to version %2, used from round %3.").arg(decision.fromVersion).arg(decision.toVersion).arg(decision.effectiveRound));
    else
        sheet.line(Words::tr("Version %1.").arg(decision.toVersion));
    sheet.faint(decision.byPerson ? Words::tr("Decided by a person in round %1.").arg(decision.place.round)
                                  : Words::tr("Decided by the guard after round %1.").arg(decision.place.round));
    if (const QString reason = reasonwords::of(decision); !reason.isEmpty()) {
        sheet.heading(Words::tr("Reason"));
        sheet.line(reason);
    }
    if (decision.hold)
        sheet.line(Words::tr("The version is held: no automatic updates until a person allows them."));
    const QJsonObject numbers = measured(decision);
    if (numbers.contains(u"best_version"_s))
        writeWindows(sheet, numbers);
    if (const QJsonValue rate = numbers[u"false_alarm_rate"_s]; rate.isDouble()) {
        sheet.line(Words::tr("Between two equally good versions this rule would fire in %1 of 100 cases (simulated).", "false alarm rate")
                       .arg(QLocale().toString(100 * rate.toDouble(), 'f', 0)));
    }
}

} // namespace autodidact
