#include "core/runners/javaprogram.h"

#include "core/runners/javatools.h"
#include "core/runners/programattempt.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// By the names that a class file holds as they are. It may also only call such a method: then starting it says so.
bool mayHaveMain(const QByteArray &bytes)
{
    return bytes.contains("([Ljava/lang/String;)V") && bytes.contains(QByteArray("\x00\x04main", 6));
}

ProgramTools toolsFor(const Execution &execution, const JavaProgram &program, const QString &folder)
{
    ProgramTools tools{.language = Language::Java};
    tools.run = QStringList{folder + u"/java/bin/java"_s} + JavaTools::machineFlags(folder)
        + QStringList{u"-Xmx%1m"_s.arg(execution.limits.memoryMb), u"-Xss64m"_s, u"-cp"_s, u"/nowhere:."_s,
            u"autodidact.ProgramRun"_s, program.mainClass};
    tools.environment = JavaTools::environment(folder);
    tools.startMs = JavaTools::startMs;
    return tools;
}

} // namespace

Result<JavaProgram> javaProgram(const JavaAnswer &compiled)
{
    JavaProgram program;
    QDataStream in(compiled.classes);
    qint32 count = 0;
    for (in >> count; count > 0; --count) {
        QByteArray name;
        QByteArray bytes;
        in >> name >> bytes;
        if (in.status() != QDataStream::Ok)
            return fail(ErrorKind::Internal, u"the compiler's answer breaks off"_s);
        const QString type = QString::fromUtf8(name);
        const bool isMain = type.section(u'.', -1) == u"Main";
        if (mayHaveMain(bytes) && (program.mainClass.isEmpty() || isMain))
            program.mainClass = type;
        program.files << std::pair(QString(type).replace(u'.', u'/') + u".class"_s, bytes);
    }
    if (program.mainClass.isEmpty())
        return fail(ErrorKind::BadInput, u"no class has a method main(String[]): there is nothing to start"_s);
    return program;
}

AttemptInput javaProgramInput(const Execution &execution, const JavaProgram &program, const QString &folder, const Nonce &nonce)
{
    StepPlan plan = programPlan(execution, toolsFor(execution, program, folder));
    plan.files = program.files;
    AttemptInput input = stepsInput(execution, plan, execution.limits.memoryMb + JavaTools::baseMb, nonce);
    input.program.clear();
    input.request.processes += JavaTools::threads;
    input.request.workFlags = sandbox::WorkNoExec;
    return input;
}

} // namespace autodidact
