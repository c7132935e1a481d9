#include "app/workbench/options.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Option {
    QString name;
    QString ProgramOptions::*value;
    QStringList accepts;         ///< empty: anything
};

const QList<Option> &options()
{
    static const QList<Option> all{
        {u"--db"_s, &ProgramOptions::database, {}},
        {u"--offscreen-output"_s, &ProgramOptions::outputFolder, {}},
        {u"--language"_s, &ProgramOptions::language, {u"en"_s, u"zh_CN"_s}},
        {u"--theme"_s, &ProgramOptions::theme, {u"system"_s, u"light"_s, u"dark"_s}},
        {u"--screenshot"_s, &ProgramOptions::screenshot, {}},
    };
    return all;
}

} // namespace

Result<ProgramOptions> parseProgramOptions(const QStringList &arguments)
{
    ProgramOptions parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments.at(i).section(u'=', 0, 0);
        if (name == u"--demo") {
            parsed.demo = true;
            continue;
        }
        const auto option = std::ranges::find(options(), name, &Option::name);
        if (option == options().end())
            return fail(ErrorKind::BadUsage, u"There is no option %1.\n%2"_s.arg(name, programHelp()));
        const bool joined = arguments.at(i).contains(u'=');
        const QString value = joined ? arguments.at(i).section(u'=', 1) : arguments.value(++i);
        if (value.isEmpty())
            return fail(ErrorKind::BadUsage, u"%1 needs a value.\n%2"_s.arg(name, programHelp()));
        if (!option->accepts.isEmpty() && !option->accepts.contains(value))
            return fail(ErrorKind::BadUsage, u"%1 takes one of %2, not \"%3\"."_s.arg(name, option->accepts.join(u", "_s), value));
        parsed.*(option->value) = value;
    }
    if (!parsed.outputFolder.isEmpty() && !parsed.demo)
        return fail(ErrorKind::BadUsage, u"--offscreen-output goes with --demo."_s);
    return parsed;
}

QString programHelp()
{
    return u"Usage: autodidact [--db FILE] [--demo [--offscreen-output FOLDER]] [--language en|zh_CN] [--theme system|light|dark] [--screenshot FILE]"_s;
}

} // namespace autodidact
