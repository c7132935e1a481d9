#include "core/control/inbox.h"

#include "core/base/file.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// \p name, or with a number in front of its suffix where \p folder has a file of that name.
QString freeName(const QDir &folder, const QString &name)
{
    QString free = name;
    const qsizetype dot = name.indexOf(u'.');
    for (int number = 2; folder.exists(free); ++number)
        free = name.left(dot) + u" (%1)"_s.arg(number) + (dot < 0 ? QString() : name.mid(dot));
    return free;
}

} // namespace

Status Inbox::open() const
{
    if (!QDir().mkpath(m_folder) || !QFileInfo(m_folder).isWritable())
        return fail(ErrorKind::Storage, u"The inbox %1 cannot be written into. Choose another folder for run.inbox, or change its permissions."_s.arg(m_folder));
    return {};
}

QStringList Inbox::waiting() const
{
    QStringList names = QDir(m_folder).entryList(QDir::Files | QDir::NoSymLinks, QDir::Unsorted);
    names.removeIf([](const QString &name) { return name.startsWith(u'.') || name.endsWith(u".tmp"); });
    names.sort();
    return names;
}

QString Inbox::pathOf(const QString &name) const
{
    return QDir(m_folder).filePath(name);
}

QString Inbox::summaries() const
{
    return pathOf(u"summaries"_s);
}

Result<QString> Inbox::move(const QString &name, const QString &to) const
{
    const QDir target(pathOf(to));
    if (!QDir().mkpath(target.path()))
        return fail(ErrorKind::Storage, u"The folder %1 cannot be made."_s.arg(target.path()));
    const QString free = freeName(target, name);
    QFile file(pathOf(name));
    if (!file.rename(target.filePath(free)))
        return fail(ErrorKind::Storage, u"%1 cannot be moved to %2: %3"_s.arg(file.fileName(), target.path(), file.errorString()));
    return free;
}

Status Inbox::moveToDone(const QString &name) const
{
    return move(name, u"done"_s).transform([](const QString &) {});
}

Status Inbox::moveToRefused(const QString &name, const QString &reason) const
{
    return move(name, u"refused"_s).and_then([&](const QString &moved) {
        return writeFile(pathOf(u"refused/"_s + moved + u".why.txt"_s), (reason + u'\n').toUtf8());
    });
}

Result<QString> Inbox::drop(const QString &path) const
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Missing, u"%1 cannot be read: %2"_s.arg(path, source.errorString()));
    if (const Status opened = open(); !opened)
        return std::unexpected(opened.error());
    const QDir folder(m_folder);
    const QString name = freeName(folder, QFileInfo(path).fileName());
    const QString beside = folder.filePath(u"."_s + name + u".tmp"_s);
    if (const Status written = writeFile(beside, source.readAll()); !written)
        return std::unexpected(written.error());
    if (!QFile::rename(beside, folder.filePath(name))) {
        QFile::remove(beside);
        return fail(ErrorKind::Storage, u"%1 cannot be put into %2."_s.arg(name, m_folder));
    }
    return name;
}

} // namespace autodidact
