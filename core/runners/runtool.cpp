#include "core/runners/runtool.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int toolMs = 120'000;

} // namespace

Status runTool(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(toolMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return fail(ErrorKind::Sandbox, u"%1 failed: %2"_s.arg(program, QString::fromUtf8(process.readAll()).simplified().left(600)));
}

} // namespace autodidact
