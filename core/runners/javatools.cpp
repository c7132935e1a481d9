#include "core/runners/javatools.h"

#include "core/base/file.h"
#include "core/runners/javaclock.h"
#include "core/runners/runtool.h"
#include "core/runners/toolcache.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr const char *package = "Install the package openjdk-21-jdk-headless.";

const QStringList frugal{u"-XX:TieredStopAtLevel=1"_s, u"-XX:+UseSerialGC"_s, u"-XX:-UsePerfData"_s};

QStringList forTool(const QStringList &flags)
{
    QStringList words;
    for (const QString &flag : flags)
        words << u"-J"_s + flag;
    return words;
}

/// Puts each of our sources where its package says; their paths.
Result<QStringList> placeSources(const QString &folder)
{
    static const QRegularExpression packageLine(u"^package ([a-z.]+);"_s, QRegularExpression::MultilineOption);
    QStringList paths;
    const auto place = [&](const QString &path, const QByteArray &text) -> Status {
        QDir().mkpath(QFileInfo(path).path());
        paths << path;
        return writeFile(path, text);
    };
    const QDir sources(u":/sandbox"_s);
    for (const QString &name : sources.entryList({u"*.java"_s}, QDir::Files, QDir::Name)) {
        QFile file(sources.filePath(name));
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QString inPackage = packageLine.match(QString::fromUtf8(text)).captured(1);
        const QString path = folder + u'/' + inPackage + u'/' + QString(inPackage).replace(u'.', u'/') + u'/' + name;
        if (const Status placed = place(path, text); !placed)
            return std::unexpected(placed.error());
    }
    Status placed = place(folder + u"/autodidact/module-info.java"_s, "module autodidact { exports autodidact; }\n");
    if (placed)
        placed =
            place(folder + u"/autodidact.compiler/module-info.java"_s, "module autodidact.compiler { requires jdk.compiler; }\n");
    return placed.transform([&] { return paths; });
}

QStringList compilerArguments(const QString &folder, const QStringList &sources)
{
    QStringList arguments = forTool(frugal) + QStringList{u"-nowarn"_s, u"-proc:none"_s, u"-XDstringConcat=inline"_s};
    for (const char *part : {"api", "code", "tree", "util"})
        arguments << u"--add-exports"_s
                  << u"jdk.compiler/com.sun.tools.javac.%1=autodidact.compiler"_s.arg(QLatin1StringView(part));
    return arguments + QStringList{u"--module-source-path"_s, folder + u"/sources"_s, u"-d"_s, folder + u"/modules"_s} + sources;
}

QStringList linkArguments(const QString &folder)
{
    return forTool(frugal) + QStringList{u"--module-path"_s, folder + u"/modules"_s, u"--add-modules"_s,
        u"autodidact,"_s + JavaTools::modules, u"--no-man-pages"_s, u"--no-header-files"_s, u"--output"_s, folder + u"/java"_s};
}

/// Those that the virtual machine knows itself, and those that a typical program uses.
Status joinClassLists(const QString &folder)
{
    QByteArray joined;
    for (const QString &name : {folder + u"/java/lib/classlist"_s, folder + u"/used.classlist"_s}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            joined += file.readAll();
    }
    return writeFile(folder + u"/all.classlist"_s, joined);
}

/// Only this collector writes objects into an archive; any can read them.
QStringList archiveArguments(const QString &folder)
{
    return {u"-Xshare:dump"_s, u"-XX:+UseG1GC"_s, u"-XX:TieredStopAtLevel=1"_s, u"-Xmx256m"_s,
        u"-XX:SharedClassListFile=%1/all.classlist"_s.arg(folder), u"-XX:SharedArchiveFile=%1/attempt.jsa"_s.arg(folder)};
}

Status makeArchive(const QString &folder)
{
    const QString java = folder + u"/java/bin/java"_s;
    const QStringList classPath{u"-cp"_s, u"/nowhere"_s};
    Status done = runTool(java, frugal + QStringList{u"-XX:DumpLoadedClassList=%1/used.classlist"_s.arg(folder)} + classPath
            + QStringList{u"autodidact.Training"_s});
    if (done)
        done = joinClassLists(folder);
    if (!done)
        return done;
    return runTool(java, archiveArguments(folder) + classPath);
}

} // namespace

const QString JavaTools::modules = u"java.base,java.logging,java.net.http,java.sql,java.xml"_s; // as in Compiler.java

Result<JavaTools> JavaTools::find()
{
    const QString compiler = QFileInfo(QStandardPaths::findExecutable(u"javac"_s, {u"/usr/bin"_s})).canonicalFilePath();
    if (compiler.isEmpty())
        return fail(ErrorKind::Missing, u"Java was not found. "_s + QLatin1StringView(package));
    const JavaTools tools{QDir::cleanPath(QFileInfo(compiler).path() + u"/.."_s)};
    for (const char *name : {"java", "jlink"}) {
        if (!QFileInfo(tools.home + u"/bin/"_s + QLatin1StringView(name)).isExecutable())
            return fail(ErrorKind::Missing,
                u"Java in %1 has no %2. "_s.arg(tools.home, QLatin1StringView(name)) + QLatin1StringView(package));
    }
    return tools;
}

Status JavaTools::makeFolder(const QString &folder) const
{
    QFile::link(home, folder + u"/jdk"_s);
    const Result<QStringList> sources = placeSources(folder + u"/sources"_s);
    if (!sources)
        return std::unexpected(sources.error());
    if (const Status done = runTool(home + u"/bin/javac"_s, compilerArguments(folder, *sources)); !done)
        return done;
    Status linked = runTool(home + u"/bin/jlink"_s, linkArguments(folder));
    if (linked)
        linked = writeFile(folder + u"/java/lib/autodidact_java.so"_s, javaClock().toByteArray());
    return linked ? makeArchive(folder) : linked;
}

QByteArray JavaTools::fingerprint() const
{
    QByteArray all = fileState(home + u"/lib/modules"_s)
        + (compilerArguments({}, {}) + linkArguments({}) + archiveArguments({})).join(u'\n').toUtf8();
    const QDir sources(u":/sandbox"_s);
    for (const QString &name : sources.entryList({u"*.java"_s}, QDir::Files, QDir::Name)) {
        QFile file(sources.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all + javaClock().toByteArray();
}

QStringList JavaTools::machineFlags(const QString &folder)
{
    return frugal
        + QStringList{u"-Xshare:auto"_s, u"-XX:SharedArchiveFile=%1/attempt.jsa"_s.arg(folder),
            u"-XX:+UnlockDiagnosticVMOptions"_s, u"-XX:ArchiveRelocationMode=0"_s, u"-XX:-UseContainerSupport"_s,
            u"-XX:+DisableAttachMechanism"_s, u"-XX:ActiveProcessorCount=1"_s, u"-XX:CompileThresholdScaling=10"_s,
            u"--enable-native-access=java.base"_s, u"-XX:+DisplayVMOutputToStderr"_s, u"-XX:ErrorFile=/dev/null"_s,
            u"-XX:-CreateCoredumpOnCrash"_s};
}

QStringList JavaTools::environment(const QString &folder)
{
    // Without /proc the loader does not know where a program lies.
    return {u"MALLOC_ARENA_MAX=1"_s, u"LD_LIBRARY_PATH=%1/java/lib"_s.arg(folder)};
}

} // namespace autodidact
