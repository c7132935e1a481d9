#include "app/cli/arguments.h"

#include "core/storage/database.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Arguments::Arguments(Invocation &invocation, const QString &synopsis, const QString &summary)
    : m_invocation(invocation)
    , m_synopsis(synopsis)
    , m_summary(summary)
{
    addOption(u"db"_s, u"Database file (default: %1)"_s.arg(Database::defaultPath()), u"FILE"_s);
    addOption(u"json"_s, u"One JSON document on stdout"_s);
    addOption(u"quiet"_s, u"No messages and no progress"_s);
    addOption(u"help"_s, u"This text"_s);
}

void Arguments::addOption(const QString &name, const QString &description, const QString &valueName,
                          const QString &defaultValue)
{
    m_parser.addOption(QCommandLineOption(name, description, valueName, defaultValue));
}

Result<Arguments::Next> Arguments::parse(int atLeast, int atMost)
{
    const bool parsed = m_parser.parse(QStringList{u"autodidact-cli"_s} + m_invocation.arguments);
    if (m_invocation.arguments.contains(u"--help"_s)) {
        const QString options = m_parser.helpText().section(u"Options:"_s, 1).trimmed();
        m_invocation.console.result(u"autodidact-cli %1 %2\n\n%3\n\nOptions:\n  %4\n"_s
                                        .arg(m_invocation.command, m_synopsis, m_summary, options), {});
        return Next::Stop;
    }
    const QString usage = u"Usage: autodidact-cli %1 %2 (--help tells more)."_s.arg(m_invocation.command, m_synopsis);
    if (!parsed)
        return fail(ErrorKind::BadUsage, u"%1 %2"_s.arg(m_parser.errorText(), usage));
    const qsizetype count = positional().size();
    if (count < atLeast || count > atMost)
        return fail(ErrorKind::BadUsage, count < atLeast ? u"An argument is missing. "_s + usage
                                                         : u"\"%1\" is one argument too many. "_s.arg(positional().at(atMost)) + usage);
    m_invocation.console.json = has(u"json"_s);
    m_invocation.console.quiet = has(u"quiet"_s);
    return Next::Go;
}

Result<int> Arguments::number(const QString &name, int low, int high) const
{
    bool ok = false;
    const int number = value(name).toInt(&ok);
    if (!ok || number < low || number > high)
        return fail(ErrorKind::BadUsage, u"--%1 takes a whole number from %2 to %3, not \"%4\"."_s
                                             .arg(name).arg(low).arg(high).arg(value(name)));
    return number;
}

QString Arguments::databasePath() const
{
    return has(u"db"_s) ? value(u"db"_s) : Database::defaultPath();
}

void addSandboxOptions(Arguments &arguments)
{
    arguments.addOption(u"sandbox"_s, u"warm or bubblewrap; single: one per attempt; container: podman or docker; none: no protection"_s, u"S"_s,
                        u"bubblewrap"_s);
    arguments.addOption(u"image"_s, u"Of the container: a local image, or the folder of a root tree (default: this system)"_s, u"I"_s);
}

} // namespace autodidact
