#include "widgets/versions/versiondetails.h"

#include "widgets/base/reasonwords.h"
#include "widgets/base/textsheet.h"
#include "widgets/versions/updateevidence.h"
#include "widgets/versions/versionwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VersionDetails)
};

QString rounds(const QList<int> &rounds)
{
    if (rounds.size() == 1)
        return Words::tr("Used in round %1.").arg(rounds.first());
    return Words::tr("Used in %n round(s), first in round %1.", nullptr, int(rounds.size())).arg(rounds.first());
}

QString standing(const VersionBook &book, const PromptVersion &version)
{
    if (book.guard.held == version.number)
        return Words::tr("Version %1 – current and held").arg(version.number);
    if (book.guard.current == version.number)
        return Words::tr("Version %1 – current").arg(version.number);
    return Words::tr("Version %1").arg(version.number);
}

void writeNumbers(TextSheet &sheet, const VersionRow &row)
{
    sheet.line(Words::tr("Learn tasks: %1.").arg(versionwords::solved(row.solved, row.tasks)));
    if (row.watchTasks > 0)
        sheet.line(Words::tr("Select tasks: %1.").arg(versionwords::solved(row.watchSolved, row.watchTasks)));
    if (!row.rounds.isEmpty())
        sheet.faint(rounds(row.rounds));
}

void writeEvidence(TextSheet &sheet, const QJsonObject &evidence)
{
    const qsizetype reflections = evidence[u"reflections"_s].toArray().size();
    if (reflections > 0)
        sheet.line(Words::tr("It rests on %n reflection(s).", nullptr, int(reflections)));
    const QJsonArray causes = evidence[u"causes"_s].toArray();
    for (const QJsonValue &cause : causes) {
        const QJsonObject one = cause.toObject();
        sheet.item(Words::tr("%1 (%n times)", "cause of failures and how often", one[u"count"_s].toInt())
                       .arg(reasonwords::cause(one[u"cause"_s].toString())));
    }
}

void writeRules(TextSheet &sheet, const QList<Rule> &rules)
{
    sheet.heading(Words::tr("%n rule(s)", nullptr, int(rules.size())));
    for (const Rule &rule : rules) {
        const QString record = Words::tr("%1 · since version %2 · solved under it %3, failed %4", "rule id, then its record")
                                   .arg(rule.id, QString::number(rule.addedIn), QString::number(rule.helpful), QString::number(rule.harmful));
        sheet.item(rule.text, record);
    }
}

void writeStrategy(TextSheet &sheet, const Strategy &strategy)
{
    const auto yesNo = [](bool value) { return versionwords::settingValue(value ? u"yes"_s : u"no"_s); };
    const auto write = [&sheet](const QString &field, const QString &value) {
        sheet.line(Words::tr("%1: %2", "setting and its value").arg(versionwords::setting(field), value));
    };
    sheet.heading(Words::tr("Strategy"));
    write(u"planFirst"_s, yesNo(strategy.planFirst));
    write(u"selfTests"_s, yesNo(strategy.selfTests));
    write(u"memories"_s, QLocale().toString(strategy.memories));
    write(u"temperature"_s, QLocale().toString(strategy.temperature));
    write(u"attempts"_s, QLocale().toString(strategy.attempts));
    write(u"tools"_s, versionwords::settingValue(strategy.tools.join(u", "_s)));
}

} // namespace

void writeUpdate(TextSheet &sheet, const Update &update)
{
    sheet.line(Words::tr("%1 after round %2, from version %3.", "1: accepted, rejected or not yet decided")
                   .arg(versionwords::decision(update.decision)).arg(update.place.round).arg(update.oldVersion));
    if (!update.reason.isEmpty())
        sheet.line(reasonwords::of(update));
    writeEvidence(sheet, update.evidence);
    for (const RuleEdit &edit : update.edits) {
        const QString head = versionwords::edit(edit);
        sheet.item(edit.text.isEmpty() ? head : Words::tr("%1: %2", "an edit and its text").arg(head, edit.text), edit.reason == update.reason ? QString() : reasonwords::of(edit));
    }
    if (update.editShare > 0)
        sheet.faint(Words::tr("%1 % of the prompt changes.").arg(QLocale().toString(qRound(100 * update.editShare))));
    writeUpdateEvidence(sheet, update);
    const bool unmeasured = update.decision == Decision::Rejected && update.validation[u"kind"_s] == u"none"_s;
    if (const QString measured = reasonwords::validation(update.validation); !measured.isEmpty() && !unmeasured)
        sheet.faint(Words::tr("Validation: %1").arg(measured));
}

void writeVersionDetails(TextSheet &sheet, const VersionBook &book, const VersionRow &row)
{
    const PromptVersion &version = row.version;
    sheet.title(standing(book, version));
    sheet.faint(version.parent ? Words::tr("%1, from version %2.", "origin and parent").arg(versionwords::origin(version.origin)).arg(*version.parent)
                               : Words::tr("%1.", "origin as a sentence").arg(versionwords::origin(version.origin)));
    for (const QString &channel : book.channelsOf(version.number))
        sheet.line(Words::tr("Published on %1.").arg(versionwords::channel(channel)));
    if (version.crossedWith)
        sheet.faint(Words::tr("Crossed with version %1.").arg(*version.crossedWith));
    if (!version.adapter.isEmpty())
        sheet.faint(Words::tr("Runs with the adapter %1.").arg(version.adapter));
    const Update *update = book.updateOf(version.number);
    if (!version.note.isEmpty() && !(update && update->reason == version.note))
        sheet.line(reasonwords::note(version));
    writeNumbers(sheet, row);
    if (update) {
        sheet.heading(Words::tr("Why it exists"));
        writeUpdate(sheet, *update);
    }
    writeRules(sheet, version.rules);
    writeStrategy(sheet, version.strategy);
    for (const Section &section : version.sections) {
        sheet.heading(versionwords::section(section.name));
        sheet.code(section.text);
    }
}

} // namespace autodidact
