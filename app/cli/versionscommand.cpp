#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "app/composition.h"
#include "core/base/file.h"
#include "core/control/runcommands.h"
#include "core/control/searchtable.h"
#include "core/control/updateaudit.h"
#include "core/events/codec.h"
#include "core/report/figures.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"
#include "core/storage/updatestore.h"
#include "core/storage/versionstore.h"
#include "core/update/versiondiff.h"
#include "core/update/versions.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>
#include <map>
#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Call {
    const Arguments &arguments;
    Database &database;
    Journal journal;
    Run run;
    Console &console;

    Result<int> number(int position) const
    {
        bool ok = false;
        const QString text = arguments.positional().value(position);
        const int value = text.toInt(&ok);
        if (!ok || value < 1)
            return fail(ErrorKind::BadUsage, u"A version is a number from 1 on, not \"%1\"."_s.arg(text));
        return value;
    }
};

QString rate(const VersionRow &row)
{
    return row.tasks > 0 ? u"%1 of %2 solved"_s.arg(row.solved).arg(row.tasks) : u"not used yet"_s;
}

Result<int> tree(Call &call)
{
    const Result<QList<VersionRow>> rows = RunReader(call.database).versions(call.run.id);
    if (!rows)
        return std::unexpected(rows.error());
    QString text;
    QJsonArray array;
    const std::function<void(std::optional<int>, int)> branch = [&](std::optional<int> parent, int depth) {
        for (const VersionRow &row : *rows) {
            if (row.version.parent != parent)
                continue;
            const bool current = row.version.number == call.run.currentVersion;
            text += QString(depth * 2, u' ') + u"%1 %2  %3, %4 rules%5  %6\n"_s.arg(current ? u"*"_s : u"-"_s)
                        .arg(row.version.number).arg(rate(row)).arg(row.version.rules.size())
                        .arg(row.version.pinned ? u", pinned"_s : QString(), row.version.note);
            array.append(QJsonObject{{u"version"_s, row.version.number},
                                     {u"parent"_s, parent ? QJsonValue(*parent) : QJsonValue::Null},
                                     {u"tasks"_s, row.tasks}, {u"solved"_s, row.solved}, {u"current"_s, current},
                                     {u"pinned"_s, row.version.pinned}, {u"rules"_s, row.version.rules.size()},
                                     {u"note"_s, row.version.note}});
            branch(row.version.number, depth + 1);
        }
    };
    branch(std::nullopt, 0);
    call.console.result(text, {{u"run"_s, call.run.name}, {u"versions"_s, array}});
    return 0;
}

Result<int> show(Call &call)
{
    const Result<int> number = call.number(1);
    if (!number)
        return number;
    const Result<PromptVersion> version = VersionStore(call.database).byNumber(call.run.id, *number);
    if (!version)
        return std::unexpected(version.error());
    QJsonArray rules;
    for (const Rule &rule : version->rules)
        rules.append(QJsonObject{{u"id"_s, rule.id}, {u"text"_s, rule.text}, {u"helpful"_s, rule.helpful}, {u"harmful"_s, rule.harmful}});
    call.console.result(promptText(*version), {{u"version"_s, version->number}, {u"prompt"_s, promptText(*version)}, {u"rules"_s, rules}});
    return 0;
}

Result<int> diff(Call &call)
{
    const Result<int> from = call.number(1);
    const Result<int> to = call.number(2);
    if (!from || !to)
        return std::unexpected(from ? to.error() : from.error());
    VersionStore versions(call.database);
    const Result<PromptVersion> a = versions.byNumber(call.run.id, *from);
    const Result<PromptVersion> b = versions.byNumber(call.run.id, *to);
    if (!a || !b)
        return std::unexpected(a ? b.error() : a.error());
    const VersionDiff difference = diffVersions(*a, *b);
    QString text = summary(difference) + u'\n';
    QJsonArray added;
    QJsonArray removed;
    QJsonArray changed;
    for (const Rule &rule : difference.removed) {
        text += u"- "_s + ruleLine(rule) + u'\n';
        removed.append(rule.text);
    }
    for (const Rule &rule : difference.added) {
        text += u"+ "_s + ruleLine(rule) + u'\n';
        added.append(rule.text);
    }
    for (const RuleChange &change : difference.changed) {
        text += u"- %1\n+ %2\n"_s.arg(ruleLine(change.before), ruleLine(change.after));
        changed.append(QJsonArray{change.before.text, change.after.text});
    }
    for (const StrategyChange &change : difference.strategy)
        text += u"  %1: %2 -> %3\n"_s.arg(change.setting, change.before, change.after);
    call.console.result(text, {{u"from"_s, *from}, {u"to"_s, *to}, {u"summary"_s, summary(difference)},
                               {u"added"_s, added}, {u"removed"_s, removed}, {u"changed"_s, changed}});
    return 0;
}

Result<int> tell(Call &call, const Result<SafetyDecision> &decision)
{
    if (!decision)
        return std::unexpected(decision.error());
    const QString text = u"Run %1 uses version %2 from round %3 on (it was %4)."_s
                             .arg(call.run.name).arg(decision->toVersion).arg(decision->effectiveRound).arg(decision->fromVersion);
    call.console.result(text, {{u"run"_s, call.run.name}, {u"from"_s, decision->fromVersion}, {u"to"_s, decision->toVersion},
                               {u"effective_round"_s, decision->effectiveRound}, {u"decision"_s, decision->id}});
    return 0;
}

Result<int> rollBack(Call &call)
{
    const Result<int> number = call.number(1);
    if (!number)
        return number;
    VersionCommands commands(call.database, call.journal);
    return tell(call, commands.rollBack(call.run.id, *number, call.arguments.has(u"hold"_s), call.arguments.value(u"reason"_s)));
}

Result<int> undo(Call &call)
{
    return tell(call, VersionCommands(call.database, call.journal).undo(call.run.id));
}

QString decided(const Update &update)
{
    switch (update.decision) {
    case Decision::Pending: return u"pending"_s;
    case Decision::Accepted: return u"accepted as version %1"_s.arg(update.newVersion.value_or(0));
    case Decision::Rejected: return u"rejected"_s;
    }
    return {};
}

Result<int> updates(Call &call)
{
    const Result<QList<Update>> all = RunReader(call.database).updates(call.run.id);
    if (!all)
        return std::unexpected(all.error());
    QString text;
    QJsonArray array;
    for (const Update &update : *all) {
        text += u"%1  round %2, from version %3, %4, %5: %6\n"_s.arg(update.id.value, 4).arg(update.place.round)
                    .arg(update.oldVersion).arg(toString(update.origin), decided(update), update.reason);
        array.append(toJson(update));
    }
    call.console.result(text.isEmpty() ? u"This run has no updates yet."_s : text, {{u"run"_s, call.run.name}, {u"updates"_s, array}});
    return 0;
}

Result<int> judge(Call &call, bool approved)
{
    bool ok = false;
    const QString text = call.arguments.positional().value(1);
    const qint64 update = text.toLongLong(&ok);
    if (!ok || update < 1)
        return fail(ErrorKind::BadUsage, u"An update is a number from \"versions updates\", not \"%1\"."_s.arg(text));
    const Status done = VersionCommands(call.database, call.journal)
                            .judge(call.run.id, UpdateId{update}, approved, call.arguments.value(u"reason"_s));
    if (!done)
        return std::unexpected(done.error());
    call.console.result(u"Update %1 is %2. \"resume %3\" goes on with the run."_s
                            .arg(update).arg(approved ? u"approved"_s : u"refused"_s, call.run.name),
                        {{u"run"_s, call.run.name}, {u"update"_s, update}, {u"approved"_s, approved}});
    return 0;
}

/// What the strategy search learnt: the last round's weights, or with --json every round's.
Result<int> strategy(Call &call)
{
    const Result<QList<SearchRow>> rows = searchRows(call.database, call.run);
    if (!rows)
        return std::unexpected(rows.error());
    const int last = rows->isEmpty() ? 0 : rows->last().round;
    QString text = rows->isEmpty() ? u"The strategy search of %1 has learnt nothing: it runs with update.strategy rl, meta or all."_s.arg(call.run.name)
                                   : u"%1 after round %2\n%3 %4 %5 %6 %7 %8\n"_s.arg(call.run.config.search).arg(last).arg(u"context"_s, -22)
                                         .arg(u"choice"_s, -12).arg(u"option"_s, -18).arg(u"weight"_s, 8).arg(u"picks"_s, 6).arg(u"reward"_s, 7);
    QJsonArray list;
    for (const SearchRow &row : *rows) {
        list.append(QJsonObject{{u"round"_s, row.round}, {u"context"_s, row.context}, {u"choice"_s, row.dimension}, {u"option"_s, row.option},
                                {u"weight"_s, row.weight}, {u"picks"_s, row.picks}, {u"pulls"_s, row.pulls}, {u"reward"_s, row.mean}});
        if (row.round == last) {
            text += u"%1 %2 %3 %4 %5 %6\n"_s.arg(row.context, -22).arg(row.dimension, -12).arg(row.option, -18)
                        .arg(row.weight, 8, 'f', 3).arg(row.picks, 6).arg(row.mean, 7, 'f', 2);
        }
    }
    call.console.result(text.trimmed(), {{u"run"_s, call.run.name}, {u"search"_s, call.run.config.search}, {u"rows"_s, list}});
    return 0;
}

QJsonObject documentOf(const UpdateAudit &audit)
{
    QJsonObject document = audit.toJson();
    document[u"update"_s] = audit.update.value;
    document[u"before"_s] = audit.before;
    document[u"after"_s] = audit.after;
    return document;
}

/// Tries every promoted update again, and keeps what came out with it.
Result<int> auditUpdates(Call &call)
{
    const Result<int> pairs = call.arguments.number(u"pairs"_s, 20, 100000);
    const Result<int> jobs = call.arguments.number(u"jobs"_s, 1, 256);
    const Result<QList<Update>> updates = UpdateStore(call.database).all(call.run.id);
    if (!pairs || !jobs)
        return pairs ? jobs : pairs;
    if (!updates)
        return std::unexpected(updates.error());
    QString text;
    QJsonArray list;
    for (const Update &update : *updates) {
        if (update.decision != Decision::Accepted || !update.newVersion)
            continue;
        call.console.message(u"auditing update %1: version %2 against version %3"_s.arg(update.id.value).arg(*update.newVersion).arg(update.oldVersion));
        const Result<UpdateAudit> found = auditUpdate(call.database, call.run, update, sessionParts(), *pairs, *jobs, {});
        if (!found)
            return std::unexpected(found.error());
        if (const Status kept = VersionCommands(call.database, call.journal).recordAudit(call.run.id, update.id, found->toJson()); !kept)
            return std::unexpected(kept.error());
        const std::optional<double> upper = found->upper95();
        text += u"Update %1, version %2 after version %3: %4 over %5 pairs, at most %6 (95 %, one-sided)%7\n"_s
                    .arg(update.id.value).arg(found->after).arg(found->before).arg(points(found->mean())).arg(found->pairs())
                    .arg(points(upper), upper && *upper < 0 ? u": worse"_s : QString());
        list.append(documentOf(*found));
    }
    call.console.result(text.isEmpty() ? u"No update of %1 was promoted."_s.arg(call.run.name) : text.trimmed(),
                        {{u"run"_s, call.run.name}, {u"audits"_s, list}});
    return 0;
}

/// The version as a program that deploys it needs it.
QJsonObject published(const Run &run, const PromptVersion &version, const QString &channel)
{
    return {{u"format"_s, u"autodidact-version"_s}, {u"format_version"_s, 1}, {u"run"_s, run.name}, {u"suite"_s, run.config.suite},
            {u"model"_s, run.config.model}, {u"version"_s, version.number}, {u"channel"_s, channel},
            {u"prompt"_s, promptText(version)}, {u"strategy"_s, toJson(version.strategy)}, {u"adapter"_s, version.adapter}};
}

Result<int> publish(Call &call)
{
    const Result<int> number = call.number(1);
    if (!number)
        return number;
    const QString channel = call.arguments.value(u"channel"_s);
    const Result<PromptVersion> version = VersionStore(call.database).byNumber(call.run.id, *number);
    if (!version)
        return std::unexpected(version.error());
    const Status done = VersionCommands(call.database, call.journal)
                            .publish(call.run.id, *number, channel, call.arguments.value(u"reason"_s));
    if (!done)
        return std::unexpected(done.error());
    const QJsonObject document = published(call.run, *version, channel);
    QString text = u"Version %1 of %2 is published on %3."_s.arg(*number).arg(call.run.name, channel);
    if (const QString path = call.arguments.value(u"out"_s); !path.isEmpty()) {
        if (const Status written = writeFile(path, QJsonDocument(document).toJson()); !written)
            return std::unexpected(written.error());
        text += u" %1 holds it."_s.arg(path);
    }
    call.console.result(text, document);
    return 0;
}

Result<int> adapter(Call &call)
{
    const Result<int> number = call.number(1);
    if (!number)
        return number;
    const QString name = call.arguments.positional().value(2);
    const Result<PromptVersion> child = VersionCommands(call.database, call.journal).useAdapter(call.run.id, *number, name);
    if (!child)
        return std::unexpected(child.error());
    call.console.result(u"Version %1 is version %2 %3; it is used from the next round on."_s.arg(child->number).arg(*number).arg(child->note),
                        {{u"run"_s, call.run.name}, {u"version"_s, child->number}, {u"parent"_s, *number}, {u"adapter"_s, name}});
    return 0;
}

Result<int> withdraw(Call &call)
{
    const QString channel = call.arguments.value(u"channel"_s);
    const Status done = VersionCommands(call.database, call.journal).withdraw(call.run.id, channel, call.arguments.value(u"reason"_s));
    if (!done)
        return std::unexpected(done.error());
    call.console.result(u"Nothing is published on %1 any more."_s.arg(channel), {{u"run"_s, call.run.name}, {u"channel"_s, channel}});
    return 0;
}

Result<int> pin(Call &call)
{
    const Result<int> number = call.number(1);
    if (!number)
        return number;
    const bool pinned = !call.arguments.has(u"off"_s);
    if (const Status status = VersionStore(call.database).setPinned(call.run.id, *number, pinned); !status)
        return std::unexpected(status.error());
    call.console.result((pinned ? u"Pinned version %1."_s : u"Unpinned version %1."_s).arg(*number),
                        {{u"version"_s, *number}, {u"pinned"_s, pinned}});
    return 0;
}

} // namespace

Result<int> versionsCommand(Invocation &invocation)
{
    struct Word {
        int operands = 0;                    // behind RUN
        QString operandNames;
        std::function<Result<int>(Call &)> act;
    };
    static const std::map<QString, Word> words{
        {u"tree"_s, {0, {}, tree}},
        {u"show"_s, {1, u" VERSION"_s, show}},
        {u"diff"_s, {2, u" FROM TO"_s, diff}},
        {u"rollback"_s, {1, u" VERSION"_s, rollBack}},
        {u"undo"_s, {0, {}, undo}},
        {u"pin"_s, {1, u" VERSION"_s, pin}},
        {u"updates"_s, {0, {}, updates}},
        {u"approve"_s, {1, u" UPDATE"_s, [](Call &call) { return judge(call, true); }}},
        {u"reject"_s, {1, u" UPDATE"_s, [](Call &call) { return judge(call, false); }}},
        {u"publish"_s, {1, u" VERSION"_s, publish}},
        {u"withdraw"_s, {0, {}, withdraw}},
        {u"audit"_s, {0, {}, auditUpdates}},
        {u"strategy"_s, {0, {}, strategy}},
        {u"adapter"_s, {2, u" VERSION NAME"_s, adapter}},
    };
    const Result<QString> name = takeSubcommand(invocation, {u"tree"_s, u"show"_s, u"diff"_s, u"rollback"_s, u"undo"_s, u"pin"_s,
        u"updates"_s, u"approve"_s, u"reject"_s, u"publish"_s, u"withdraw"_s, u"adapter"_s, u"audit"_s, u"strategy"_s});
    if (!name)
        return std::unexpected(name.error());
    const Word &word = words.at(*name);
    Arguments arguments(invocation, u"RUN"_s + word.operandNames,
                        u"The version tree of a run and its updates. A rollback takes effect at the next round and can be undone."_s);
    if (*name == u"rollback")
        arguments.addOption(u"hold"_s, u"No automatic updates until released"_s);
    if (*name == u"audit") {
        arguments.addOption(u"pairs"_s, u"Pairs per update; SafetyDrop counts audits from 120 on"_s, u"N"_s, u"120"_s);
        arguments.addOption(u"jobs"_s, u"Tries at once"_s, u"N"_s, QString::number(std::thread::hardware_concurrency()));
    }
    if (*name == u"pin")
        arguments.addOption(u"off"_s, u"Unpin"_s);
    if (*name == u"publish" || *name == u"withdraw")
        arguments.addOption(u"channel"_s, u"canary or stable"_s, u"NAME"_s, u"canary"_s);
    if (*name == u"publish")
        arguments.addOption(u"out"_s, u"File for the prompt and its settings, as JSON"_s, u"FILE"_s);
    if (QStringList{u"rollback"_s, u"approve"_s, u"reject"_s, u"publish"_s, u"withdraw"_s}.contains(*name))
        arguments.addOption(u"reason"_s, u"Why, for the record"_s, u"TEXT"_s);
    const auto next = arguments.parse(1 + word.operands, 1 + word.operands);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<Run> run = RunStore(**database).byNameOrId(arguments.positional().at(0));
    if (!run)
        return std::unexpected(run.error());
    Call call{arguments, **database, Journal(**database, nullptr), *run, invocation.console};
    return word.act(call);
}

} // namespace autodidact
