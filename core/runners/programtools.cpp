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

Result<ProgramTools> ProgramTools::find(Language language, const QString &supportPath)
{
    ProgramTools tools{.language = language};
    Result<QString> program;
    Status placed;
    switch (language) {
    case Language::Python:
        program = found(u"python3"_s, u"python3"_s);
        placed = placeScript(u"programrun.py"_s, supportPath);
        tools.programPath = u"program.py"_s;
        tools.run = {*program, u"-I"_s, supportFolder + u"/programrun.py"_s, tools.programPath};
        tools.runAddressMb = 96;
        break;
    case Language::JavaScript:
        program = found(u"node"_s, u"nodejs"_s);
        placed = placeScript(u"programrun.js"_s, supportPath);
        tools.programPath = u"program.js"_s;
        tools.run = {*program, u"--single-threaded"_s, supportFolder + u"/programrun.js"_s, tools.programPath};
        tools.baseMb = 64;
        break;
    case Language::Rust:
        program = found(u"rustc"_s, u"rustc"_s);
        tools.programPath = u"program.rs"_s;
        tools.compile = {*program, u"--edition=2021"_s, u"--crate-name=program"_s, u"--error-format=json"_s, u"--sysroot=/usr"_s,
            u"-Copt-level=1"_s, u"-Coverflow-checks=on"_s, u"-Aunused"_s, u"-o"_s, u"program"_s, tools.programPath};
        tools.run = {u"./program"_s};
        tools.runAddressMb = 64;
        break;
    case Language::Java:
        return fail(ErrorKind::Missing, u"programs in Java that read standard input cannot be run in this build"_s);
    }
    if (!program)
        return std::unexpected(program.error());
    if (!placed)
        return std::unexpected(placed.error());
    return tools;
}

} // namespace autodidact
