#pragma once

#include "core/runners/stepplan.h"

namespace autodidact {

/// How a program of one language is run once it lies in the work folder.
struct ProgramTools {
    Language language = Language::Python;
    QString programPath;      ///< file of the program in the work folder
    QStringList compile;      ///< command that makes the program ready, or empty
    QStringList run;          ///< command that runs it
    QStringList environment;  ///< beside what every program has
    int startMs = 0;          ///< CPU time that the language itself takes for a start
    int runAddressMb = 0;     ///< address space beyond the task's memory; 0: no such limit
    int baseMb = 0;           ///< resident memory that the language itself takes

    /// Missing names the package. Scripts that run programs are put into \p supportPath, which attempts see as \p seenAs.
    static Result<ProgramTools> find(Language language, const QString &supportPath, const QString &seenAs);
};

} // namespace autodidact
