#include "core/tasks/quixbugsimporter.h"

#include "core/tasks/quixbugsjava.h"
#include "core/tasks/quixbugstask.h"
#include "core/tasks/suitebuilder.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The first of the files that is there; empty without one.
Result<QByteArray> firstOf(const QDir &checkout, const QStringList &names)
{
    for (const QString &name : names) {
        const QString path = checkout.filePath(name);
        if (!QFile::exists(path))
            continue;
        auto bytes = readPlainOrGzip(path);
        if (bytes && !bytes->isValidUtf8())
            return refuse(path, 1, u"it is not valid UTF-8. Fetch the checkout again."_s);
        return bytes;
    }
    return QByteArray();
}

Result<QuixBugsProgram> programIn(const QDir &checkout, const QString &name)
{
    const auto buggy = firstOf(checkout, {u"python_programs/%1.py"_s.arg(name)});
    const auto correct = firstOf(checkout, {u"correct_python_programs/%1.py"_s.arg(name)});
    const auto testCases = firstOf(checkout, {u"json_testcases/%1.json"_s.arg(name)});
    const auto pytest = firstOf(checkout, {u"python_testcases/test_%1.py"_s.arg(name)});
    const auto node =
        firstOf(checkout, {u"python_testcases/node.py"_s, u"python_programs/node.py"_s, u"correct_python_programs/node.py"_s});
    for (const auto *file : {&buggy, &correct, &testCases, &pytest, &node}) {
        if (!*file)
            return std::unexpected(file->error());
    }
    const auto text = [](const QByteArray &bytes) { return unixText(QString::fromUtf8(bytes)); };
    return QuixBugsProgram{name, text(*buggy), text(*correct), *testCases, text(*pytest), text(*node)};
}

Status addPrograms(SuiteBuilder &builder, const QDir &checkout)
{
    const QDir programs(checkout.filePath(u"python_programs"_s));
    for (const QString &file : programs.entryList({u"*.py"_s}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(3);
        if (name == "node"_L1 || name.endsWith("_test"_L1) || name.startsWith(u'_'))
            continue;
        const auto program = programIn(checkout, name);
        if (!program)
            return std::unexpected(program.error());
        auto made = quixBugsTask(*program);
        if (!made)
            return fail(
                made.error().kind, u"%1:%2"_s.arg(checkout.filePath(u"json_testcases/%1.json"_s.arg(name)), made.error().detail));
        const QString path = programs.filePath(file);
        if (!made->skipped.isEmpty()) {
            builder.skip(path, 1, made->task.key, made->skipped);
            continue;
        }
        if (made->slowTests > 0)
            builder.warn(u"%1: %2: %3 tests are left out, which the published tests skip as too slow"_s.arg(path, made->task.key)
                    .arg(made->slowTests));
        if (made->task.references.isEmpty())
            builder.warn(u"%1: %2: the checkout holds no correct version of it"_s.arg(path, made->task.key));
        if (const Status added = builder.add(std::move(made->task), path, 1); !added)
            return added;
    }
    return {};
}

/// A file of the checkout as text; empty where there is none.
Result<QString> textOf(const QDir &checkout, const QString &name)
{
    return firstOf(checkout, {name}).transform([](const QByteArray &bytes) { return unixText(QString::fromUtf8(bytes)); });
}

/// Classes that programs and tests in Java share, as far as the checkout has them.
Result<QList<TestFile>> sharedClasses(const QDir &checkout)
{
    QList<TestFile> files;
    for (const QString &path : {u"java_programs/Node.java"_s, u"java_programs/WeightedEdge.java"_s,
             quixBugsJUnitFolder + u"/QuixFixOracleHelper.java"_s}) {
        const Result<QString> text = textOf(checkout, path);
        if (!text)
            return std::unexpected(text.error());
        if (!text->isEmpty())
            files.append({path, *text});
    }
    return files;
}

Result<QuixBugsJava> javaIn(const QDir &checkout, const QString &name, const QList<TestFile> &shared)
{
    const Result<QString> buggy = textOf(checkout, u"java_programs/%1.java"_s.arg(name));
    const Result<QString> correct = textOf(checkout, u"correct_java_programs/%1.java"_s.arg(name));
    const Result<QString> test = textOf(checkout, quixBugsJUnitFolder + u"/%1_TEST.java"_s.arg(name));
    for (const auto *file : {&buggy, &correct, &test}) {
        if (!*file)
            return std::unexpected(file->error());
    }
    return QuixBugsJava{name, *buggy, *correct, *test, shared};
}

Status addJava(SuiteBuilder &builder, const QDir &checkout)
{
    const Result<QList<TestFile>> shared = sharedClasses(checkout);
    if (!shared)
        return std::unexpected(shared.error());
    const QDir programs(checkout.filePath(u"java_programs"_s));
    for (const QString &file : programs.entryList({u"*.java"_s}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(5);
        if (name == "Node"_L1 || !QFile::exists(checkout.filePath(u"python_programs/%1.py"_s.arg(name.toLower()))))
            continue;
        const Result<QuixBugsJava> program = javaIn(checkout, name, *shared);
        if (!program)
            return std::unexpected(program.error());
        const QString path = programs.filePath(file);
        Task task = quixBugsJavaTask(*program);
        if (program->test.isEmpty()) {
            builder.skip(path, 1, task.key, u"the checkout holds no JUnit class for it"_s);
            continue;
        }
        if (task.references.isEmpty())
            builder.warn(u"%1: %2: the checkout holds no correct version of it"_s.arg(path, task.key));
        if (const Status added = builder.add(std::move(task), path, 1); !added)
            return added;
    }
    return {};
}

} // namespace

Result<SuiteContent> importQuixBugs(const QString &path)
{
    const QDir checkout(path);
    if (!checkout.exists(u"python_programs"_s)) {
        return fail(checkout.exists() ? ErrorKind::BadInput : ErrorKind::NotFound,
            u"%1: it has no folder python_programs. Give the folder of a checkout of QuixBugs."_s.arg(path));
    }
    SuiteBuilder builder(publishedSuite(u"quixbugs"_s, u"QuixBugs"_s, u"MIT"_s, u"2017-10-22"_s));
    if (const Status added = addPrograms(builder, checkout); !added)
        return std::unexpected(added.error());
    if (const Status added = addJava(builder, checkout); !added)
        return std::unexpected(added.error());
    return builder.finish(path);
}

} // namespace autodidact
