#include "containerobstacle.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString look()
{
    const Result<SandboxOptions> options = resolved({.gear = SandboxGear::Container});
    if (!options)
        return options.error().detail;
    QProcess engine;
    engine.start(options->enginePath, {u"info"_s});
    const bool ended = engine.waitForFinished(60'000); // slow is no obstacle
    if (ended && engine.exitCode() != 0)
        return options->enginePath + u" does not work: "_s + QString::fromLocal8Bit(engine.readAllStandardError()).left(300);
    return {};
}

} // namespace

QString containerObstacle()
{
    static const QString obstacle = look();
    return obstacle;
}

} // namespace autodidact
