#include "core/runners/programtools.h"

#include "core/base/file.h"
#include "core/runners/workshop.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<QString> found(const QString &program, const QString &package)
{
    const QString path = QStandardPaths::findExecutable(program, {u"/usr/bin"_s});
    if (path.isEmpty())
        return fail(ErrorKind::Missing, u"%1 was not found. Install the package %2."_s.arg(program, package));
    return path;
}

Status placeScript(const QString &name, const QString &folder)
{
    QFile file(u":/sandbox/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"%1 is missing in this build"_s.arg(name));
    return writeFile(folder + u'/' + name, file.readAll());
}

} // namespace

Result<ProgramTools> ProgramTools::find(Language language, const QString &supportPath, const QString &seenAs)
{
    struct Wanted {
        QString program;
        QString package;
        QString script; // runs the program; empty: none does
    };
    Wanted wanted;
    switch (language) {
    case Language::Python: wanted = {u"python3"_s, u"python3"_s, u"programrun.py"_s}; break;
    case Language::JavaScript: wanted = {u"node"_s, u"nodejs"_s, u"programrun.js"_s}; break;
    case Language::Rust: wanted = {u"rustc"_s, u"rustc"_s, {}}; break;
    case Language::Java: return fail(ErrorKind::Internal, u"Java has a runner of its own"_s);
    }
    const Result<QString> program = found(wanted.program, wanted.package);
    if (!program)
        return std::unexpected(program.error());
    if (const Status placed = wanted.script.isEmpty() ? Status() : placeScript(wanted.script, supportPath); !placed)
        return std::unexpected(placed.error());
    const QString script = seenAs + u'/' + wanted.script;
    if (language == Language::Python)
        return ProgramTools{.language = language,
            .programPath = u"program.py"_s,
            .run = {*program, u"-I"_s, script, u"program.py"_s},
            .runAddressMb = 96};
    if (language == Language::JavaScript)
        return ProgramTools{.language = language, .programPath = u"program.js"_s,
            .run = {*program, u"--single-threaded"_s, script, u"program.js"_s}, .baseMb = 64};
    return ProgramTools{.language = language, .programPath = u"program.rs"_s,
        .compile = {*program, u"--edition=2021"_s, u"--crate-name=program"_s, u"--error-format=json"_s, u"--sysroot=/usr"_s,
            u"-Copt-level=1"_s, u"-Coverflow-checks=on"_s, u"-Aunused"_s, u"-o"_s, u"program"_s, u"program.rs"_s},
        .run = {u"./program"_s}, .runAddressMb = 64};
}

} // namespace autodidact
