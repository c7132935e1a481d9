#include "core/runners/repository/hiddentree.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString trees = u"trees"_s;

bool setMode(const QString &path, mode_t mode)
{
    return chmod(QFile::encodeName(path).constData(), mode) == 0;
}

} // namespace

Result<HiddenTree> HiddenTree::make(Workshop &workshop)
{
    const Status made = workshop.have(trees, [](const QString &folder) -> Status {
        const QString path = folder + u'/' + trees;
        // To be passed through, not to be listed: not even by its owner, whom the sandbox may be.
        if (!QDir().mkpath(path) || !setMode(path, 0311))
            return fail(ErrorKind::Storage, u"%1 could not be made"_s.arg(path));
        return {};
    });
    if (!made)
        return std::unexpected(made.error());
    QString name;
    for (int i = 0; i < 2; ++i)
        name += QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
    const QString folder = workshop.folder() + u'/' + trees + u'/' + name;
    if (mkdir(QFile::encodeName(folder).constData(), 0755) != 0 || !setMode(folder, 0755))
        return fail(ErrorKind::Storage, u"%1 could not be made"_s.arg(folder));
    return HiddenTree(folder, supportFolder + u'/' + trees + u'/' + name);
}

void HiddenTree::unlock(const Workshop &workshop)
{
    (void)setMode(workshop.folder() + u'/' + trees, 0700);
}

HiddenTree::~HiddenTree()
{
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
}

} // namespace autodidact
