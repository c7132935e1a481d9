#include "core/sandbox/options.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Beside the running program, where an installation puts it, or where the build does.
QString findHelper()
{
    const QString name = u"autodidact-sandbox"_s;
    QStringList folders;
    const QString given = qEnvironmentVariable("AUTODIDACT_HELPERS");
    if (!given.isEmpty())
        folders << given;
    const QString own = QFileInfo(u"/proc/self/exe"_s).symLinkTarget();
    const QString here = QFileInfo(own).absolutePath();
    folders << here << here + u"/../libexec/autodidact"_s << here + u"/../../libexec/autodidact"_s;
    for (const QString &folder : std::as_const(folders)) {
        const QFileInfo file(folder + u'/' + name);
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

Status fill(QString &path, const QString &found, const QString &name, const QString &remedy)
{
    if (path.isEmpty())
        path = found;
    if (!path.isEmpty() && QFileInfo(path).isExecutable())
        return {};
    return fail(ErrorKind::Missing,
        u"%1 was not found%2. %3"_s.arg(
            name, path.isEmpty() ? QString() : u" at "_s + path, remedy));
}

/// The system's own comes first: what lies in a home folder is invisible in the sandbox.
QString interpreter(const QString &name)
{
    const QString system = u"/usr/bin/"_s + name;
    return QFileInfo(system).isExecutable() ? system : QStandardPaths::findExecutable(name);
}

} // namespace

QString toString(SandboxGear gear)
{
    switch (gear) {
    case SandboxGear::Warm:
        return u"warm"_s;
    case SandboxGear::Single:
        return u"single"_s;
    case SandboxGear::Container:
        return u"container"_s;
    case SandboxGear::Wasm:
        return u"wasm"_s;
    case SandboxGear::None:
        return u"none"_s;
    }
    return {};
}

Result<SandboxGear> sandboxGearFromString(QStringView name)
{
    if (name.isEmpty() || name == u"auto" || name == u"bubblewrap")
        return SandboxGear::Warm;
    for (const SandboxGear gear :
        {SandboxGear::Warm, SandboxGear::Single, SandboxGear::Container, SandboxGear::Wasm, SandboxGear::None}) {
        if (toString(gear) == name)
            return gear;
    }
    return fail(ErrorKind::BadUsage,
        u"\"%1\" is no sandbox; choose auto, warm, single, container, wasm or none"_s.arg(name));
}

Result<SandboxOptions> resolved(SandboxOptions options)
{
    if (options.jobs < 1 || options.jobs > 64)
        return fail(
            ErrorKind::BadUsage, u"%1 jobs are not possible; choose 1 to 64"_s.arg(options.jobs));
    const auto program = [](const QString &name) { return QStandardPaths::findExecutable(name); };
    const Status helper =
        fill(options.helperPath, options.helperPath.isEmpty() ? findHelper() : QString(),
            u"The helper program autodidact-sandbox"_s,
            u"Install it beside autodidact, or name its folder in AUTODIDACT_HELPERS."_s);
    if (!helper)
        return std::unexpected(helper.error());
    if (options.gear != SandboxGear::None) {
        const Status bubblewrap = fill(options.bubblewrapPath, program(u"bwrap"_s), u"bubblewrap"_s,
            u"Install the package bubblewrap."_s);
        if (!bubblewrap)
            return std::unexpected(bubblewrap.error());
    }
    const Status python = fill(options.pythonPath, interpreter(u"python3"_s), u"Python"_s, u"Install the package python3."_s);
    if (!python)
        return std::unexpected(python.error());
    if (options.nodePath.isEmpty())
        options.nodePath = interpreter(u"node"_s);
    return options;
}

} // namespace autodidact
