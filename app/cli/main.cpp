#include "app/cli/commands.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <clocale>
#include <map>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using Command = Result<int> (*)(Invocation &);

const std::map<QString, Command> &commands()
{
    static const std::map<QString, Command> all{
        {u"doctor"_s, doctorCommand}, {u"suite"_s, suiteCommand},       {u"check"_s, checkCommand},
        {u"run"_s, runCommand},       {u"resume"_s, resumeCommand},     {u"runs"_s, runsCommand},
        {u"report"_s, reportCommand}, {u"memory"_s, memoryCommand},     {u"versions"_s, versionsCommand},
        {u"student"_s, studentCommand},
    };
    return all;
}

QString overview()
{
    return u"autodidact-cli COMMAND [ARGUMENT...]\n\n"
           "doctor                                   what works here: languages, sandboxes, models\n"
           "suite import FORMAT PATH [--name N]      humaneval, jsonl\n"
           "suite list | show N | validate N | export N\n"
           "check SUITE --solutions reference|FILE   run solutions against a suite's tests\n"
           "run [--suite S] [--model M] [--rounds N] [--seed K] [--jobs N] [--config FILE] [--set key=value]...\n"
           "resume RUN                               go on from the last committed step\n"
           "runs list|show|delete|export             runs of this database\n"
           "report RUN --format html|md|csv|json     a report of one run\n"
           "memory list|search|show|pairs|recall|forecast          look at what a run or a set remembers\n"
           "memory add|edit|pin|tag|scope|merge|supersede|contradict|archive|restore|revert|review|undo\n"
           "memory credit RUN ID [--draws N] [--yes] what an entry is worth: its attempts once more without it\n"
           "memory import|export FILE --set SET | sets [fork|freeze|unfreeze|delete]\n"
           "versions tree|show|diff|rollback|undo|pin RUN\n"
           "student report                           what the machinery finds with the simulated student\n"
           "student calibration                      the student beside its formula and its published runs\n"
           "student teach --rule TEXT                what one rule does to it\n\n"
           "Every command has --help, --db FILE, --json and --quiet.\n"
           "Exit codes: 0 done, 2 bad usage or input, 3 something missing on this machine,\n"
           "4 interrupted or budget reached, 5 model or sandbox failed for good.\n"_s;
}

/// The lines of the overview about commands that take a word more; empty for others.
QString groupHelp(const QString &command)
{
    if (!QStringList{u"suite"_s, u"runs"_s, u"memory"_s, u"versions"_s, u"student"_s}.contains(command))
        return {};
    QStringList lines = overview().split(u'\n').filter(QRegularExpression(u"^%1 "_s.arg(command)));
    return lines.join(u'\n') + u"\n\nEach of them has --help.\n"_s;
}

Result<int> dispatch(Console &console, QStringList arguments)
{
    // Global options may stand in front of the command.
    QStringList global;
    while (!arguments.isEmpty() && arguments.first().startsWith(u"--"_s) && arguments.first() != u"--help"
           && arguments.first() != u"--version") {
        global.append(arguments.takeFirst());
        if (global.last() == u"--db" && !arguments.isEmpty())
            global.append(arguments.takeFirst());
    }
    const QString name = arguments.value(0);
    if (name.isEmpty() || name == u"--help" || name == u"help") {
        console.result(overview(), {});
        return name.isEmpty() ? 2 : 0;
    }
    if (name == u"--version") {
        console.result(QCoreApplication::applicationVersion(), {});
        return 0;
    }
    const auto found = commands().find(name);
    if (found == commands().end())
        return fail(ErrorKind::BadUsage, u"There is no command \"%1\". --help lists them."_s.arg(name));
    if (const QString help = groupHelp(name); !help.isEmpty() && arguments.value(1) == u"--help") {
        console.result(help, {});
        return 0;
    }
    Invocation invocation{console, name, arguments.mid(1) + global};
    return found->second(invocation);
}

} // namespace

Result<QString> takeSubcommand(Invocation &invocation, const QStringList &known)
{
    const QString word = invocation.arguments.value(0);
    if (!known.contains(word)) {
        return fail(ErrorKind::BadUsage, u"autodidact-cli %1 takes one of %2%3."_s
                                             .arg(invocation.command, known.join(u", "_s),
                                                  word.isEmpty() ? QString() : u", not \"%1\""_s.arg(word)));
    }
    invocation.arguments.removeFirst();
    invocation.command += u' ' + word;
    return word;
}

} // namespace autodidact

int main(int argc, char *argv[])
{
    using namespace autodidact;
    const QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QCoreApplication::setApplicationName(u"autodidact"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(AUTODIDACT_VERSION));
    Console console;
    const Result<int> code = dispatch(console, QCoreApplication::arguments().mid(1));
    if (code)
        return *code;
    console.error(code.error());
    return exitCode(code.error().kind);
}
