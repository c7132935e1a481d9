#include "core/tools/toolcatalogue.h"

#include "core/tools/findingreaders.h"
#include "core/tools/toolmaking.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QStringList python{u"/usr/bin/python3"_s, u"-I"_s, u"-B"_s};

QStringList pythonSyntax(const Subject &subject, const QString &)
{
    return python + QStringList{toolFolder + u"/syntax.py"_s, subject.file};
}

QStringList pyflakes(const Subject &subject, const QString &)
{
    return python + QStringList{u"-m"_s, u"pyflakes"_s, subject.file};
}

QStringList pycodestyle(const Subject &subject, const QString &)
{
    return python + QStringList{u"-m"_s, u"pycodestyle"_s, u"--config=/dev/null"_s, subject.file};
}

QStringList mypy(const Subject &subject, const QString &cache)
{
    return mypyCommand() + QStringList{u"--cache-dir="_s + cache, subject.file};
}

QStringList nodeCheck(const Subject &subject, const QString &)
{
    return {u"/usr/bin/node"_s, u"--check"_s, subject.file};
}

/// No configuration but ours, none in comments, and no plugin.
QStringList eslint(const Subject &subject, const QString &)
{
    QStringList command{u"/usr/bin/eslint"_s, u"--no-eslintrc"_s, u"--no-inline-config"_s,
        u"--no-ignore"_s, u"--no-color"_s, u"-c"_s, toolFolder + u"/eslint.json"_s, u"--format"_s,
        u"./%1/findings.js"_s.arg(toolFolder)};
    if (subject.module)
        command << u"--parser-options=sourceType:module"_s;
    return command << subject.file;
}

QString javaHome()
{
    return QFileInfo(QFileInfo(u"/usr/bin/javac"_s).canonicalFilePath())
        .path()
        .section(u'/', 0, -2);
}

/// Without /proc the loader does not know where a program lies.
QStringList javaEnvironment(const QString &)
{
    return {u"LD_LIBRARY_PATH=%1/lib"_s.arg(javaHome())};
}

/// Annotation processors are code, and a class path may name some.
QStringList javac(const Subject &subject, const QString &)
{
    return {javaHome() + u"/bin/javac"_s, u"-J-XX:TieredStopAtLevel=1"_s, u"-J-XX:+UseSerialGC"_s,
        u"-J-Xshare:auto"_s, u"-J-Xmx512m"_s, u"-J-Xss8m"_s, u"-J-XX:-UsePerfData"_s,
        u"-J-XX:ErrorFile=/dev/null"_s, u"-J-Duser.language=en"_s, u"-Xlint:all"_s, u"-proc:none"_s,
        u"-implicit:none"_s, u"-cp"_s, u"/nowhere"_s, u"-encoding"_s, u"UTF-8"_s, u"-d"_s, u"."_s,
        subject.file};
}

QStringList rust(const QString &compiler, const Subject &subject)
{
    QStringList command{compiler, u"--edition=2021"_s, u"--crate-name=program"_s,
        u"--emit=metadata"_s, u"--error-format=json"_s, u"--sysroot=/usr"_s, u"-o"_s,
        u"program.rmeta"_s};
    if (subject.kind == TaskKind::Program)
        command << u"--crate-type=bin"_s;
    else
        command << u"--crate-type=lib"_s << u"-Adead_code"_s; // what tests call need not be public
    return command << subject.file;
}

QStringList rustc(const Subject &subject, const QString &)
{
    return rust(u"/usr/bin/rustc"_s, subject);
}

QStringList clippy(const Subject &subject, const QString &)
{
    return rust(u"/usr/bin/clippy-driver"_s, subject);
}

/// From standard input, so that it looks for no other file.
QStringList rustfmt(const Subject &, const QString &)
{
    return {
        u"/usr/bin/rustfmt"_s, u"--check"_s, u"--edition"_s, u"2021"_s, u"--color"_s, u"never"_s};
}

QStringList rustfmtEnvironment(const QString &library)
{
    return library.isEmpty() ? QStringList() : QStringList{u"LD_PRELOAD="_s + library};
}

const QList<CheckTool> pythonTools{
    {.name = u"python"_s,
        .installed = u"/usr/bin/python3"_s,
        .package = u"python3"_s,
        .checks = {{u"syntax"_s, readPythonSyntax}},
        .command = pythonSyntax},
    {.name = u"pycodestyle"_s,
        .installed = u"/usr/bin/pycodestyle"_s,
        .package = u"pycodestyle"_s,
        .checks = {{u"format"_s, readPycodestyle}},
        .command = pycodestyle},
    {.name = u"pyflakes"_s,
        .installed = u"/usr/bin/pyflakes3"_s,
        .package = u"pyflakes3"_s,
        .checks = {{u"lint"_s, readPyflakes}},
        .command = pyflakes},
    {.name = u"mypy"_s,
        .installed = u"/usr/bin/mypy"_s,
        .package = u"mypy"_s,
        .checks = {{u"types"_s, readMypy}},
        .make = mypyCache,
        .command = mypy},
};

const QList<CheckTool> javaScriptTools{
    {.name = u"node"_s,
        .installed = u"/usr/bin/node"_s,
        .package = u"nodejs"_s,
        .checks = {{u"syntax"_s, readNodeCheck}},
        .stream = CheckTool::Stream::Errors,
        .command = nodeCheck},
    {.name = u"eslint"_s,
        .installed = u"/usr/bin/eslint"_s,
        .package = u"eslint"_s,
        .checks = {{u"lint"_s, readEslint}},
        .command = eslint,
        .refusals = readEslintFatal},
};

const QList<CheckTool> javaTools{
    {.name = u"javac"_s,
        .installed = u"/usr/bin/javac"_s,
        .package = u"openjdk-21-jdk-headless"_s,
        .checks = {{u"syntax"_s, readJavacErrors}, {u"types"_s, readJavacErrors},
            {u"lint"_s, readJavacWarnings}},
        .stream = CheckTool::Stream::Errors,
        .command = javac,
        .environment = javaEnvironment},
};

const QList<CheckTool> rustTools{
    {.name = u"rustc"_s,
        .installed = u"/usr/bin/rustc"_s,
        .package = u"rustc"_s,
        .checks = {{u"syntax"_s, readRustErrors}, {u"types"_s, readRustErrors}},
        .stream = CheckTool::Stream::Errors,
        .command = rustc},
    {.name = u"rustfmt"_s,
        .installed = u"/usr/bin/rustfmt"_s,
        .package = u"rustfmt"_s,
        .checks = {{u"format"_s, readRustfmt}},
        .make = stackLibrary,
        .command = rustfmt,
        .environment = rustfmtEnvironment,
        .readsInput = true},
    {.name = u"clippy"_s,
        .installed = u"/usr/bin/clippy-driver"_s,
        .package = u"rust-clippy"_s,
        .checks = {{u"lint"_s, readRustLints}},
        .stream = CheckTool::Stream::Errors,
        .command = clippy,
        .refusals = readRustRefusals},
};

} // namespace

/// A cache that was copied is younger than mypy thinks.
QStringList mypyCommand()
{
    return python
        + QStringList{u"-m"_s, u"mypy"_s, u"--config-file="_s, u"--no-error-summary"_s,
            u"--no-site-packages"_s, u"--ignore-missing-imports"_s, u"--check-untyped-defs"_s,
            u"--skip-cache-mtime-checks"_s, u"--no-color-output"_s, u"-O"_s, u"json"_s};
}

const QList<CheckTool> &checkTools(Language language)
{
    switch (language) {
    case Language::Python:
        return pythonTools;
    case Language::JavaScript:
        return javaScriptTools;
    case Language::Java:
        return javaTools;
    case Language::Rust:
        break;
    }
    return rustTools;
}

} // namespace autodidact
