#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "app/cli/foldscommand.h"
#include "app/cli/inboxcommand.h"
#include "core/control/feedbackcommands.h"
#include "core/report/feedbackreport.h"
#include "core/report/jsonreport.h"
#include "core/control/trainingexport.h"
#include "core/storage/journalexport.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"

#include <QJsonArray>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString stateName(const RunRow &row)
{
    return row.interrupted() ? u"interrupted"_s : statusName(row.run.status);
}

QJsonObject describe(const RunRow &row)
{
    const RunConfig &config = row.run.config;
    QJsonObject document{{u"run_id"_s, row.run.id.value},
                         {u"name"_s, row.run.name},
                         {u"suite"_s, row.suiteName},
                         {u"model"_s, config.model},
                         {u"seed"_s, config.seed},
                         {u"status"_s, stateName(row)},
                         {u"detail"_s, row.run.statusDetail},
                         {u"rounds_done"_s, row.run.roundsDone},
                         {u"rounds"_s, config.rounds},
                         {u"version"_s, row.run.currentVersion},
                         {u"attempts"_s, row.attempts},
                         {u"tokens"_s, row.tokens},
                         {u"created_at"_s, row.run.createdAt.toString(Qt::ISODate)}};
    document[u"success_rate"_s] = row.lastRound ? QJsonValue(row.lastRound->successRate()) : QJsonValue::Null;
    return document;
}

QString line(const RunRow &row)
{
    const QString rate = row.lastRound ? u"%1 of %2"_s.arg(row.lastRound->solved).arg(row.lastRound->tasks) : u"-"_s;
    const int rounds = row.run.config.rounds;
    const QString round = rounds > 0 ? u"round %1 of %2"_s.arg(row.run.roundsDone).arg(rounds) : u"round %1, without an end"_s.arg(row.run.roundsDone);
    return u"%1  %2  %3  %4  %5  %6\n"_s.arg(row.run.id.value, 4).arg(row.run.name, -18).arg(row.suiteName, -16).arg(stateName(row), -11).arg(round, rate);
}

Result<int> list(const Arguments &arguments, Database &database)
{
    const Result<QList<RunRow>> rows = RunReader(database).runs();
    if (!rows)
        return std::unexpected(rows.error());
    QString text;
    QJsonArray array;
    for (const RunRow &row : *rows) {
        text += line(row);
        array.append(describe(row));
    }
    arguments.invocation().console.result(text.isEmpty() ? u"No runs yet.\n"_s : text, {{u"runs"_s, array}});
    return 0;
}

Result<int> show(const Arguments &arguments, Database &database, RunId run)
{
    RunReader reader(database);
    const Result<RunRow> row = reader.run(run);
    const Result<QList<Round>> rounds = reader.rounds(run);
    if (!row || !rounds)
        return std::unexpected(row ? rounds.error() : row.error());
    QString text = line(*row);
    QJsonArray array;
    for (const Round &round : *rounds) {
        text += u"  round %1, version %2: %3 of %4 solved\n"_s.arg(round.number).arg(round.version).arg(round.solved).arg(round.tasks);
        array.append(QJsonObject{{u"round"_s, round.number}, {u"version"_s, round.version},
                                 {u"tasks"_s, round.tasks}, {u"solved"_s, round.solved}, {u"finished"_s, round.finished}});
    }
    const Result<FeedbackTally> feedback = feedbackOf(database, run);
    if (!feedback)
        return std::unexpected(feedback.error());
    if (!row->run.statusDetail.isEmpty())
        text += u"  %1\n"_s.arg(row->run.statusDetail);
    if (*feedback != FeedbackTally())
        text += u"  feedback: "_s + feedbackText(*feedback) + u'\n';
    QJsonObject document = describe(*row);
    document[u"round_list"_s] = array;
    document[u"feedback"_s] = feedbackJson(*feedback);
    arguments.invocation().console.result(text, document);
    return 0;
}

/// The journal as JSON lines, to stdout or a file.
Result<int> exportRun(const Arguments &arguments, Database &database, RunId run)
{
    const auto write = arguments.has(u"texts"_s)
        ? exportWithTexts
        : static_cast<Status (*)(Database &, RunId, const std::function<bool(const QByteArray &)> &)>(exportJournal);
    if (!arguments.has(u"out"_s)) {
        const Status status = write(database, run, [](const QByteArray &text) {
            return std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size());
        });
        return status ? Result<int>(0) : std::unexpected(status.error());
    }
    QSaveFile file(arguments.value(u"out"_s));
    bool written = file.open(QIODevice::WriteOnly);
    const Status status = write(database, run, [&](const QByteArray &text) {
        written = written && file.write(text) == text.size();
        return written;
    });
    if (!status)
        return std::unexpected(status.error());
    if (!written || !file.commit())
        return fail(ErrorKind::Storage, u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString()));
    arguments.invocation().console.result(u"Wrote %1."_s.arg(file.fileName()), {{u"file"_s, file.fileName()}});
    return 0;
}

/// Conversations for fine-tuning, to stdout or a file.
Result<int> exportForTraining(const Arguments &arguments, Database &database, const Run &run)
{
    const QString form = arguments.value(u"form"_s);
    if (form != u"sft" && form != u"preference")
        return fail(ErrorKind::BadUsage, u"--form takes sft or preference, not \"%1\"."_s.arg(form));
    QSaveFile file(arguments.value(u"out"_s));
    const bool toFile = arguments.has(u"out"_s);
    bool written = !toFile || file.open(QIODevice::WriteOnly);
    const Result<TrainingCounts> counts = exportTraining(
        database, run.id, form == u"sft" ? TrainingForm::Supervised : TrainingForm::Preference, [&](const QByteArray &text) {
            if (toFile)
                written = written && file.write(text) == text.size();
            else
                written = std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size());
            return written;
        });
    if (!counts)
        return std::unexpected(counts.error());
    if (!written || (toFile && !file.commit()))
        return fail(ErrorKind::Storage, u"%1 cannot be written: %2"_s.arg(toFile ? file.fileName() : u"stdout"_s, file.errorString()));
    const QString text = u"%1 conversations; left out: %2 that hold a hidden test, %3 whose prompt carried the solution, %4 repeated"_s
                             .arg(counts->written).arg(counts->leaked).arg(counts->exposed).arg(counts->repeated);
    if (toFile)
        arguments.invocation().console.result(text, {{u"file"_s, file.fileName()}, {u"written"_s, counts->written}, {u"leaked"_s, counts->leaked},
                                                     {u"exposed"_s, counts->exposed}, {u"repeated"_s, counts->repeated}});
    else
        arguments.invocation().console.message(text);
    return 0;
}

Result<int> remove(const Arguments &arguments, Database &database, const Run &run)
{
    if (const Status removed = RunStore(database).remove(run.id); !removed)
        return std::unexpected(removed.error());
    arguments.invocation().console.result(u"Deleted run %1."_s.arg(run.name), {{u"deleted"_s, run.name}});
    return 0;
}

} // namespace

Result<int> runsCommand(Invocation &invocation)
{
    const Result<QString> word = takeSubcommand(invocation, {u"list"_s, u"show"_s, u"delete"_s, u"export"_s, u"training"_s, u"folds"_s,
                                                             u"add-tasks"_s, u"summary"_s, u"feedback"_s});
    if (!word)
        return std::unexpected(word.error());
    const bool one = *word != u"list";
    const bool adds = *word == u"add-tasks";
    Arguments arguments(invocation, adds ? u"RUN FILE..."_s : one ? u"RUN"_s : QString(),
                        u"RUN is a number or a name. export writes the journal as JSON lines, training chat JSON lines for fine-tuning, folds pools RUN-fold-1 and so on. "
                        "add-tasks drops task files into the run's inbox, summary says what it did on a day, feedback what you think of an attempt."_s);
    if (*word == u"summary")
        arguments.addOption(u"day"_s, u"Day in UTC (default: today)"_s, u"YYYY-MM-DD"_s);
    if (*word == u"feedback") {
        arguments.addOption(u"task"_s, u"Key or number of the task"_s, u"T"_s);
        arguments.addOption(u"round"_s, u"Round of the attempt"_s, u"R"_s);
        arguments.addOption(u"attempt"_s, u"Number of the attempt (default: 1)"_s, u"N"_s, u"1"_s);
        arguments.addOption(u"up"_s, u"Thumb up: the attempt is good"_s);
        arguments.addOption(u"down"_s, u"Thumb down"_s);
        arguments.addOption(u"comment"_s, u"Becomes a memory, tied to the task"_s, u"TEXT"_s);
        arguments.addOption(u"code"_s, u"The program, corrected; remembered when it passes every test"_s, u"FILE"_s);
    }
    if (*word == u"training")
        arguments.addOption(u"form"_s, u"sft: solved conversations; preference: the answer after a reflection against the one before"_s, u"FORM"_s, u"sft"_s);
    if (*word == u"export")
        arguments.addOption(u"texts"_s, u"Also the texts that the journal names by their hashes"_s);
    if (*word == u"export" || *word == u"training")
        arguments.addOption(u"out"_s, u"File to write (default: stdout)"_s, u"FILE"_s);
    const auto next = arguments.parse(adds ? 2 : one ? 1 : 0, adds ? 1000 : one ? 1 : 0);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    if (!one)
        return list(arguments, **database);
    if (*word == u"folds")
        return reportFolds(**database, arguments.positional().at(0), invocation.console);
    const Result<Run> run = RunStore(**database).byNameOrId(arguments.positional().at(0));
    if (!run)
        return std::unexpected(run.error());
    if (*word == u"show")
        return show(arguments, **database, run->id);
    if (*word == u"export")
        return exportRun(arguments, **database, run->id);
    if (*word == u"training")
        return exportForTraining(arguments, **database, *run);
    if (adds)
        return addTasks(arguments, **database, *run, arguments.positional().mid(1));
    if (*word == u"summary")
        return summariseDay(arguments, **database, *run);
    if (*word == u"feedback")
        return giveFeedback(arguments, **database, *run);
    return remove(arguments, **database, *run);
}

} // namespace autodidact
