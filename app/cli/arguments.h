#pragma once

#include "app/cli/console.h"

#include <QCommandLineParser>

namespace autodidact {

/// What a command was called with.
struct Invocation {
    Console &console;
    QString command;             ///< "suite import", as it is shown in messages
    QStringList arguments;       ///< behind the command
};

/// The options of one command, with the global ones (`--db --json --quiet --help`) among them.
class Arguments
{
public:
    Arguments(Invocation &invocation, const QString &synopsis, const QString &summary);

    void addOption(const QString &name, const QString &description, const QString &valueName = {},
                   const QString &defaultValue = {});

    enum class Next { Go, Stop };

    /// BadUsage for an unknown option or a missing argument (fewer than \p atLeast, more than \p atMost
    /// positional ones). Stop when --help was asked for and is printed.
    Result<Next> parse(int atLeast = 0, int atMost = 0);

    QStringList positional() const { return m_parser.positionalArguments(); }
    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }

    /// A whole number within bounds; BadUsage names the option otherwise.
    Result<int> number(const QString &name, int low, int high) const;

    QString databasePath() const;    ///< --db, or the default
    const Invocation &invocation() const { return m_invocation; }

private:
    Invocation &m_invocation;
    QString m_synopsis;
    QString m_summary;
    QCommandLineParser m_parser;
};

/// `--sandbox` and `--image`, as composeRunner() takes them.
void addSandboxOptions(Arguments &arguments);

} // namespace autodidact
