#include "core/tools/toolmaking.h"

#include "core/base/file.h"
#include "core/runners/runtool.h"
#include "core/runners/toolcache.h"
#include "core/tools/toolcatalogue.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace autodidact {

QByteArray toolResource(const QString &name)
{
    QFile file(u":/tools/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString mypyCache(Workshop &workshop, SandboxGear gear)
{
    const QByteArray imports = toolResource(u"imports.py"_s);
    const QByteArray fingerprint = fileState(u"/usr/lib/python3/dist-packages/mypy/version.py"_s)
        + fileState(u"/usr/bin/python3"_s) + mypyCommand().join(u'\n').toUtf8() + imports;
    const Status made = workshop.haveKept(u"mypy"_s, fingerprint, [&](const QString &folder) {
        const QStringList command =
            mypyCommand() + QStringList{u"--cache-dir=mypy"_s, u"imports.py"_s};
        const Status written = writeFile(folder + u"/imports.py"_s, imports);
        return written ? runTool(command.first(), command.sliced(1), folder) : written;
    });
    return made ? workshop.seenIn(gear) + u"/mypy"_s : u"/dev/null"_s;
}

QString stackLibrary(Workshop &workshop, SandboxGear gear)
{
    const QString name = u"libstack.so"_s;
    const QString compiler = u"/usr/bin/rustc"_s;
    const QByteArray source = toolResource(u"stack.rs"_s);
    const QStringList arguments{u"--edition=2021"_s, u"--crate-name=stack"_s,
        u"--crate-type=cdylib"_s, u"-Copt-level=1"_s, u"-Cpanic=abort"_s, u"-o"_s, name,
        u"stack.rs"_s};
    const QByteArray fingerprint = fileState(compiler) + arguments.join(u'\n').toUtf8() + source;
    const Status made = workshop.haveKept(name, fingerprint, [&](const QString &folder) {
        const Status written = writeFile(folder + u"/stack.rs"_s, source);
        return written ? runTool(compiler, arguments, folder) : written;
    });
    return made ? workshop.seenIn(gear) + u'/' + name : QString();
}

} // namespace autodidact
