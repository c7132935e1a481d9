#include "ordinaryuser.h"

#include <QFile>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr auto forEverybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
    | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

} // namespace

QString OrdinaryUser::obstacle() const
{
    if (geteuid() != 0)
        return u"these tests run as an ordinary user already"_s;
    if (QStandardPaths::findExecutable(u"setpriv"_s).isEmpty())
        return u"setpriv (package util-linux) is missing"_s;
    return {};
}

SandboxOptions OrdinaryUser::apply(SandboxOptions options)
{
    const QString helper = m_folder.filePath(u"autodidact-sandbox"_s);
    const QString wrapper = m_folder.filePath(u"wrapper"_s);
    QFile::copy(options.helperPath, helper);
    QFile file(wrapper);
    if (file.open(QIODevice::WriteOnly))
        file.write("#!/bin/sh\nexec setpriv --reuid 64321 --regid 64321 --clear-groups "
            + helper.toLocal8Bit() + " \"$@\"\n");
    file.close();
    for (const QString &path : {m_folder.path(), helper, wrapper})
        QFile::setPermissions(path, forEverybody);
    options.helperPath = wrapper;
    return options;
}

} // namespace autodidact
