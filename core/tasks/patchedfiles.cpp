#include "core/tasks/patchedfiles.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QStringList patchedFiles(const QString &patch)
{
    QStringList files;
    for (QStringView line : QStringView(patch).split(u'\n')) {
        if (!line.startsWith(u"+++ "_s))
            continue;
        QString path = line.sliced(4).trimmed().toString().section(u'\t', 0, 0);
        if (path == "/dev/null"_L1)
            continue;
        if (path.startsWith("b/"_L1))
            path.remove(0, 2);
        if (!files.contains(path))
            files.append(path);
    }
    return files;
}

} // namespace autodidact
