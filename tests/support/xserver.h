#pragma once

#include <QProcess>
#include <QStandardPaths>

namespace autodidact::test {

/// A screen of its own for one test program: Xvfb with a window manager, so that focus, activation and shortcuts take
/// the way they take on a desktop. Started before the application object; ends with this object.
class XServer
{
public:
    XServer() = default;
    XServer(const XServer &) = delete;
    XServer &operator=(const XServer &) = delete;
    ~XServer()
    {
        end(m_manager);
        end(m_server);
    }

    /// Sets DISPLAY and the platform for the QApplication to come. The reason why there is none; empty: there is.
    QString start()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("Xvfb"));
        if (program.isEmpty())
            return QStringLiteral("Xvfb is not installed");
        m_server.setProcessChannelMode(QProcess::SeparateChannels);
        m_server.start(program, {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                                 QStringLiteral("1600x1000x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        QByteArray number;
        while (!number.endsWith('\n')) {
            if (!m_server.waitForReadyRead(startMs))
                return QStringLiteral("Xvfb did not start: %1").arg(QString::fromUtf8(m_server.readAllStandardError()).trimmed());
            number += m_server.readAllStandardOutput();
        }
        qputenv("DISPLAY", ":" + number.trimmed());
        qputenv("QT_QPA_PLATFORM", "xcb");
        const QString manager = QStandardPaths::findExecutable(QStringLiteral("openbox"));
        if (!manager.isEmpty()) {
            m_manager.start(manager, {QStringLiteral("--sm-disable")});
            m_manager.waitForStarted(startMs);
        }
        return {};
    }

private:
    static constexpr int startMs = 20'000;

    static void end(QProcess &process)
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate();
        if (!process.waitForFinished(5'000))
            process.kill();
        process.waitForFinished(5'000);
    }

    QProcess m_server;
    QProcess m_manager;
};

} // namespace autodidact::test
