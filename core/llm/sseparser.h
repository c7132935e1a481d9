#pragma once

#include <QByteArray>
#include <QStringList>

namespace autodidact {

/// Takes a stream of server-sent events apart (WHATWG HTML, section 9.2), however its bytes are split.
/// Gives the data of each event; names, ids and retry times are of no use to us. Invalid UTF-8 becomes
/// replacement characters.
class SseParser
{
public:
    /// The data of the events that these bytes complete.
    QStringList feed(QByteArrayView bytes);

    /// The data of an event whose closing blank line never came; servers leave it out at the end.
    QStringList finish();

private:
    void endLine(QStringList &events);
    void dispatch(QStringList &events);

    QByteArray m_line;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_afterReturn = false;      ///< the last byte was CR: a LF now belongs to it
    bool m_first = true;             ///< no line has ended yet: a byte order mark may stand here
};

} // namespace autodidact
