#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace autodidact::test {

/// A real repository in a temporary folder, made with git itself.
class GitRepository
{
public:
    explicit GitRepository(const QString &name = QStringLiteral("project"))
        : m_path(m_folder.filePath(name))
    {
        QDir().mkpath(m_path);
        git({QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main")});
    }

    QString path() const { return m_path; }
    QString parent() const { return m_folder.path(); }

    QByteArray git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_path);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"})
            environment.insert(QString::fromLatin1(name), QStringLiteral("Test"));
        for (const char *name : {"GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"})
            environment.insert(QString::fromLatin1(name), QStringLiteral("test@example.org"));
        for (const char *name : {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"})
            environment.insert(QString::fromLatin1(name), QStringLiteral("/dev/null"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("git"), arguments);
        if (!process.waitForFinished(30'000) || process.exitCode() != 0)
            qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    void write(const QString &path, const QByteArray &content) const
    {
        const QString whole = m_path + u'/' + path;
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s could not be written", qPrintable(whole));
    }

    /// Commits everything that lies there; its name.
    QString commit(const QString &message = QStringLiteral("a step")) const
    {
        git({QStringLiteral("add"), QStringLiteral("-A")});
        git({QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"), QStringLiteral("-m"), message});
        return QString::fromLatin1(git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")}).trimmed());
    }

    /// What git says has changed since \p commit in the working tree, as a patch; the tree goes back to it.
    QString takePatch(const QString &commit) const
    {
        git({QStringLiteral("add"), QStringLiteral("-A")});
        const QByteArray patch = git({QStringLiteral("diff"), QStringLiteral("--cached"), commit});
        git({QStringLiteral("reset"), QStringLiteral("-q"), QStringLiteral("--hard"), commit});
        return QString::fromUtf8(patch);
    }

    /// Every file of the clone with its content and time of change: equal where nobody touched it.
    QByteArray fingerprint() const
    {
        QStringList lines;
        for (QDirIterator at(
                 m_path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
            at.hasNext();) {
            const QFileInfo info = at.nextFileInfo();
            QFile file(info.filePath());
            QByteArray content = info.isSymLink() ? info.symLinkTarget().toUtf8() : QByteArray();
            if (info.isFile() && file.open(QIODevice::ReadOnly))
                content = file.readAll();
            lines.append(info.filePath() + u' ' + info.lastModified().toString(Qt::ISODateWithMs) + u' '
                + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha1).toHex()));
        }
        lines.sort();
        return lines.join(u'\n').toUtf8();
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace autodidact::test
