#include "core/tools/findingreaders.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QList<ToolFinding> messages(const QByteArray &output, bool fatal)
{
    QList<ToolFinding> findings;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString message = object[u"message"_s].toString();
        if (!message.isEmpty() && object[u"fatal"_s].toBool() == fatal)
            findings.append({object[u"line"_s].toInt(), object[u"column"_s].toInt(),
                object[u"code"_s].toString(), message});
    }
    return findings;
}

} // namespace

QList<ToolFinding> readEslint(const QByteArray &output)
{
    return messages(output, false);
}

QList<ToolFinding> readEslintFatal(const QByteArray &output)
{
    return messages(output, true);
}

} // namespace autodidact
