#include "core/base/file.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace autodidact {

Status writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::Storage, u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace autodidact
