#include "widgets/versions/promptdiff.h"

#include "core/update/versiondiff.h"
#include "widgets/base/textsheet.h"
#include "widgets/versions/versionwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PromptDiff)
};

QString numbered(const Rule &rule)
{
    return u"%1  %2"_s.arg(rule.id, rule.text);
}

void writeRules(TextSheet &sheet, const VersionDiff &diff)
{
    if (diff.added.isEmpty() && diff.removed.isEmpty() && diff.changed.isEmpty())
        return;
    sheet.heading(Words::tr("Rules"));
    for (const RuleChange &change : diff.changed) {
        sheet.removed(numbered(change.before));
        sheet.added(numbered(change.after));
    }
    for (const Rule &rule : diff.removed)
        sheet.removed(numbered(rule));
    for (const Rule &rule : diff.added)
        sheet.added(numbered(rule));
}

void writeStrategy(TextSheet &sheet, const VersionDiff &diff)
{
    if (diff.strategy.isEmpty())
        return;
    sheet.heading(Words::tr("Strategy"));
    for (const StrategyChange &change : diff.strategy) {
        const QString name = versionwords::setting(change.setting);
        sheet.removed(Words::tr("%1: %2", "setting and its value").arg(name, versionwords::settingValue(change.before)));
        sheet.added(Words::tr("%1: %2", "setting and its value").arg(name, versionwords::settingValue(change.after)));
    }
}

void writeSections(TextSheet &sheet, const VersionDiff &diff)
{
    for (const SectionChange &change : diff.sections) {
        sheet.heading(versionwords::section(change.name));
        if (!change.before.isEmpty())
            sheet.removed(change.before);
        if (!change.after.isEmpty())
            sheet.added(change.after);
    }
}

} // namespace

void writePromptDiff(TextSheet &sheet, const PromptVersion &from, const PromptVersion &to)
{
    const VersionDiff diff = diffVersions(from, to);
    sheet.title(Words::tr("From version %1 to version %2").arg(from.number).arg(to.number));
    if (diff.isEmpty()) {
        sheet.faint(Words::tr("The prompts say the same."));
        return;
    }
    const QString share = QLocale().toString(qRound(100 * editShare(from, to)));
    sheet.faint(Words::tr("%1 % of the prompt differs.").arg(share));
    writeRules(sheet, diff);
    writeStrategy(sheet, diff);
    writeSections(sheet, diff);
}

} // namespace autodidact
