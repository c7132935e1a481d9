#pragma once

#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "core/control/memorycommands.h"
#include "core/storage/memorystore.h"

namespace autodidact {

/// One call of a memory subcommand: its arguments, and what every one of them needs.
struct MemoryCall {
    const Arguments &arguments;
    Database &database;
    Journal journal;
    Console &console;

    MemoryCommands commands() { return MemoryCommands(database, journal); }

    /// Of `--set`, the name of a run or of a set.
    Result<MemorySet> set()
    {
        return MemoryStore(database).setByName(arguments.value(QStringLiteral("set")));
    }

    /// The positional arguments from \p first on, as numbers of memories.
    Result<QList<MemoryId>> ids(qsizetype first = 0) const;
    Result<MemoryId> id(const QString &option) const;

    /// Prints the memories, one a line.
    int tell(const QList<Memory> &memories);
    Result<int> tell(const Result<QList<Memory>> &memories);
    Result<int> tell(const Result<Memory> &memory);
};

/// How a subcommand is called.
struct MemoryForm {
    QString word;
    QString synopsis;
    int atLeast;
    int atMost;
    QStringList options; ///< those named in memoryFlags() take no value
    Result<int> (*call)(MemoryCall &);
};

QJsonObject describe(const Memory &memory);
QString line(const Memory &memory);

Result<int> showMemory(MemoryCall &call);    ///< an entry with its history, uses, chain and credit

// The subcommands by what they do; each list is one file.
QList<MemoryForm> memoryLookForms(); ///< list, search, show, forecast, recall
QList<MemoryForm> memoryActForms();  ///< add, edit, pin, …
QList<MemoryForm> memorySetForms();  ///< import, export, sets
QList<MemoryForm> memoryCreditForms();

} // namespace autodidact
