#include "core/runners/javatests.h"

#include <QDataStream>
#include <QIODevice>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Setup {
    QString imports; ///< in one line
    QString members;
};

bool isWholeUnit(const QString &code)
{
    static const QRegularExpression mainClass(
        u"^\\s*(?:(?:public|final)\\s+)*class\\s+Main\\b"_s, QRegularExpression::MultilineOption);
    return mainClass.match(code).hasMatch();
}

Setup setupOf(const QString &text)
{
    Setup setup;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().startsWith(u"import "))
            setup.imports += line.trimmed() + u' ';
        else
            setup.members += line + u'\n';
    }
    return setup;
}

JavaTest testOf(const QString &code, const Setup &setup, int number)
{
    const QString type = u"Autodidact_%1"_s.arg(number);
    if (isWholeUnit(code))
        return {setup.imports + code, type + u"$Main"_s, true, 0};
    const QString before = u"import java.util.*; import static autodidact.Checks.*; "_s + setup.imports + u"\npublic class "_s
        + type + u" {\n"_s + setup.members
        + u"public static void run() throws Throwable { autodidact.Checks.enter(%1);\n"_s.arg(number);
    return {before + code + u"\n}\n}\n"_s, type, false, int(before.count(u'\n'))};
}

/// Names of types that the task's starter declares: the tests mean the program's.
QStringList expectedTypes(const Execution &execution)
{
    static const QRegularExpression declaration(u"\\b(?:class|interface|enum|record)\\s+(\\w+)"_s);
    QStringList names;
    for (const QRegularExpressionMatch &match : declaration.globalMatch(execution.starter))
        names << match.captured(1);
    return names;
}

void write(QDataStream &out, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    out.writeBytes(bytes.constData(), bytes.size()); // unlike <<, which has a length of its own for null
}

} // namespace

QList<JavaTest> javaTests(const Execution &execution)
{
    const Setup setup = setupOf(execution.testSetup);
    QList<JavaTest> tests;
    for (const TestCase &test : execution.tests)
        tests << testOf(test.code, setup, int(tests.size()));
    return tests;
}

QByteArray javaJob(const Execution &execution, const QList<JavaTest> &tests)
{
    QByteArray job;
    QDataStream out(&job, QIODevice::WriteOnly);
    write(out, execution.code);
    const QStringList names = expectedTypes(execution);
    out << qint32(names.size());
    for (const QString &name : names)
        write(out, name);
    out << qint32(tests.size());
    for (const JavaTest &test : tests) {
        write(out, test.source);
        out << test.whole;
    }
    return job;
}

} // namespace autodidact
