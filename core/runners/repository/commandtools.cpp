#include "core/runners/repository/commandtools.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr QFile::Permissions Everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
    | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

bool placed(const QString &resource, const QString &path)
{
    return QFile::copy(resource, path) && QFile::setPermissions(path, Everybody);
}

bool madeFolder(const QString &path)
{
    return QDir().mkpath(path) && QFile::setPermissions(path, Everybody);
}

/// "python3.13", as the folder of a user's modules is named.
QString pythonName()
{
    return QFileInfo(QFileInfo(u"/usr/bin/python3"_s).canonicalFilePath()).fileName();
}

bool made(const QString &folder)
{
    const QString programs = folder + u"/bin"_s;
    QString modules = folder;
    bool good = madeFolder(folder) && madeFolder(programs);
    for (const QString &part : {u"python"_s, u"lib"_s, pythonName(), u"site-packages"_s}) {
        modules += u'/' + part;
        good = good && madeFolder(modules);
    }
    const QDir commands(u":/sandbox/commands"_s);
    for (const QString &name : commands.entryList(QDir::Files))
        good = good && placed(commands.filePath(name), programs + u'/' + name);
    for (const auto &[name, target] : {std::pair(u"python"_s, u"/usr/bin/python3"_s), {u"py.test"_s, u"/usr/bin/pytest"_s},
             {u"pytest3"_s, u"/usr/bin/pytest"_s}})
        good = good && QFile::link(target, programs + u'/' + name);
    return good && placed(u":/sandbox/usercustomize.py"_s, modules + u"/usercustomize.py"_s);
}

} // namespace

Status haveCommandTools(Workshop &workshop)
{
    return workshop.have(commandFolder, [](const QString &folder) -> Status {
        if (!made(folder + u'/' + commandFolder))
            return fail(ErrorKind::Storage, u"the programs for repository tasks could not be put into %1"_s.arg(folder));
        return {};
    });
}

} // namespace autodidact
