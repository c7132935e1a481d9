#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace autodidact {

/// What the program was started with.
struct ProgramOptions {
    QString database;            ///< empty: the usual one
    bool demo = false;
    QString outputFolder;        ///< with demo: unpaced, pictures and report into it, then quit
    QString language;            ///< "en" or "zh_CN"; for this start only when empty: as remembered
    QString theme;               ///< "system", "light" or "dark"
    QString screenshot;          ///< picture of the window once it is there, then quit

    bool operator==(const ProgramOptions &) const = default;
};

/// Reads the arguments after the program's name. BadUsage names the option and what it takes.
Result<ProgramOptions> parseProgramOptions(const QStringList &arguments);

QString programHelp();

} // namespace autodidact
