#include "core/tools/findingreaders.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

QList<ToolFinding> readPythonSyntax(const QByteArray &output)
{
    const QJsonObject object = QJsonDocument::fromJson(output).object();
    const QString message = object[u"message"_s].toString();
    if (message.isEmpty())
        return {};
    return {{object[u"line"_s].toInt(), object[u"column"_s].toInt(), object[u"code"_s].toString(),
        message}};
}

} // namespace autodidact
