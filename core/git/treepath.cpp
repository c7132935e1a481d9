#include "core/git/treepath.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LongestPath = 400;

} // namespace

QString pathProblem(const QString &path)
{
    if (path.isEmpty())
        return u"the path is empty"_s;
    if (path.size() > LongestPath)
        return u"the path is longer than %1 characters"_s.arg(LongestPath);
    if (path.startsWith(u'/') || path.contains(u'\\') || (path.size() > 1 && path.at(1) == u':'))
        return u"the path must be relative to the root of the repository, with / between its parts"_s;
    if (std::ranges::any_of(path, [](QChar sign) { return sign < u' ' || sign == QChar(0x7f); }))
        return u"the path holds a control character"_s;
    for (const QString &part : path.split(u'/')) {
        if (part == "."_L1 || part == ".."_L1 || part.isEmpty())
            return u"the path leaves the repository, or is not plain"_s;
        if (part.compare(".git"_L1, Qt::CaseInsensitive) == 0 || part.startsWith("git~"_L1, Qt::CaseInsensitive))
            return u"nothing of git's own may be changed"_s;
    }
    return {};
}

bool leavesTree(const QString &path, const QString &target)
{
    if (target.isEmpty() || target.startsWith(u'/'))
        return true;
    qsizetype depth = path.count(u'/');
    for (const QString &part : target.split(u'/', Qt::SkipEmptyParts)) {
        depth += part == ".."_L1 ? -1 : part == "."_L1 ? 0 : 1;
        if (depth < 0)
            return true;
    }
    return false;
}

} // namespace autodidact
