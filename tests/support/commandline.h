#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace autodidact::test {

struct Answer {
    int code = -1;
    QByteArray out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// The real program, with a database of its own.
class CommandLine
{
public:
    /// \p variables are added to the environment of every call.
    explicit CommandLine(const QProcessEnvironment &variables = {}) : m_environment(QProcessEnvironment::systemEnvironment())
    {
        m_environment.insert(variables);
    }

    QString folder() const { return m_folder.path(); }
    QString database() const { return m_folder.filePath(QStringLiteral("cli.sqlite")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    Answer call(const QStringList &arguments) const
    {
        QProcess process;
        start(process, arguments);
        Answer answer;
        if (!process.waitForFinished(240'000))
            return answer;
        answer.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        answer.out = process.readAllStandardOutput();
        answer.err = QString::fromUtf8(process.readAllStandardError());
        return answer;
    }

    /// Starts a call and kills it -9 after \p milliseconds, unless it ended before.
    void callAndKill(const QStringList &arguments, int milliseconds) const
    {
        QProcess process;
        start(process, arguments);
        if (!process.waitForFinished(milliseconds)) {
            ::kill(pid_t(process.processId()), SIGKILL);
            process.waitForFinished(10'000);
        }
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

private:
    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(AUTODIDACT_CLI), arguments + QStringList{QStringLiteral("--db"), database()});
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace autodidact::test
