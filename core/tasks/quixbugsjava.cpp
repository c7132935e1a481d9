#include "core/tasks/quixbugsjava.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// JUnit 4 as Debian's repository has it, and the published names of test classes.
const QString projectFile =
    u"<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n<modelVersion>4.0.0</modelVersion>\n"
    "<groupId>attempt</groupId><artifactId>attempt</artifactId><version>1</version>\n<properties>\n"
    "<maven.compiler.release>17</maven.compiler.release>\n<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>\n"
    "</properties>\n<dependencies><dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.x</version>"
    "<scope>test</scope></dependency></dependencies>\n<build><plugins><plugin>\n<groupId>org.apache.maven.plugins</groupId>"
    "<artifactId>maven-surefire-plugin</artifactId>\n<configuration><includes><include>**/*_TEST.java</include></includes>"
    "</configuration>\n</plugin></plugins></build>\n</project>\n"_s;

const QString mainFolder = u"src/main/java/"_s;
const QString testFolder = u"src/test/java/"_s;

/// The correct versions stand in a package of their own; tests call the one of the programs with a defect.
QString inPackageOfTests(QString program)
{
    return program.replace(u"correct_java_programs"_s, u"java_programs"_s);
}

bool names(const QString &text, const QString &type)
{
    return text.contains(QRegularExpression(u"\\b%1\\b"_s.arg(QRegularExpression::escape(type))));
}

} // namespace

Task quixBugsJavaTask(const QuixBugsJava &program)
{
    Task task;
    task.key = u"QuixBugs/java/"_s + program.name;
    task.group = u"QuixBugs/"_s + program.name.toLower();
    task.title = program.name;
    task.language = Language::Java;
    task.kind = TaskKind::Files;
    task.isolation = Isolation::InProcess;
    task.entryPoint = mainFolder + u"java_programs/%1.java"_s.arg(program.name);
    task.starter = program.buggy;
    task.statement = u"The class %1 has a defect on one line. Find it, and write the whole file without it.\n\n%2"_s.arg(
        program.name, program.buggy);
    task.released = u"2017-10-22"_s;
    if (!program.correct.isEmpty())
        task.references = {inPackageOfTests(program.correct)};
    task.testFiles = {
        {u"pom.xml"_s, projectFile}, {testFolder + quixBugsJUnitFolder + u"/%1_TEST.java"_s.arg(program.name), program.test}};
    for (const TestFile &shared : program.shared) {
        const QString type = shared.path.section(u'/', -1).section(u'.', 0, 0);
        const bool ofTests = shared.path.startsWith(quixBugsJUnitFolder);
        if (names(program.test, type) || names(program.buggy, type))
            task.testFiles.append({(ofTests ? testFolder : mainFolder) + shared.path, shared.content});
    }
    return task;
}

} // namespace autodidact
