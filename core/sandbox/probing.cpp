#include "core/sandbox/probing.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace autodidact {

Ran runProgram(const QString &program, const QStringList &arguments, int seconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(seconds * 1000)) {
        const QString problem = process.errorString();
        process.kill();
        process.waitForFinished(1'000);
        return {false, problem};
    }
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
        QString::fromLocal8Bit(process.readAll()).simplified().left(300)};
}

Remedy installing(const QString &name)
{
    return {u"install the package "_s + name, ProbeRemedy::InstallPackage, name};
}

SandboxProbe probed(ProbeStep step, const QString &name, bool works, const QString &detail, const Remedy &remedy)
{
    SandboxProbe probe{.name = name, .works = works, .detail = detail, .step = step};
    if (!works) {
        probe.remedy = remedy.text;
        probe.mend = remedy.mend;
        probe.command = remedy.command;
    }
    return probe;
}

} // namespace autodidact
