#include "core/runners/scrub.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

QString scrubbed(QString text)
{
    if (!text.contains("at 0x"_L1))
        return text;
    static const QRegularExpression address(u"\\bat 0x[0-9A-Fa-f]{6,16}\\b"_s);
    return text.replace(address, u"at 0x0"_s);
}

} // namespace autodidact
