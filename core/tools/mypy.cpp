#include "core/tools/findingreaders.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

QList<ToolFinding> readMypy(const QByteArray &output)
{
    QList<ToolFinding> findings;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString message = object[u"message"_s].toString();
        if (message.isEmpty() || object[u"severity"_s].toString() != "error"_L1)
            continue;
        const int column = object[u"column"_s].toInt(-1) + 1; // mypy counts columns from 0
        findings.append({std::max(0, object[u"line"_s].toInt()), std::max(0, column),
            object[u"code"_s].toString(), message});
    }
    return findings;
}

} // namespace autodidact
