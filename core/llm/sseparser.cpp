#include "core/llm/sseparser.h"

namespace autodidact {

QStringList SseParser::feed(QByteArrayView bytes)
{
    QStringList events;
    for (const char byte : bytes) {
        const bool paired = byte == '\n' && m_afterReturn;
        m_afterReturn = byte == '\r';
        if (paired)
            continue;
        if (byte == '\r' || byte == '\n')
            endLine(events);
        else
            m_line += byte;
    }
    return events;
}

QStringList SseParser::finish()
{
    QStringList events;
    if (!m_line.isEmpty())
        endLine(events);
    dispatch(events);
    return events;
}

void SseParser::endLine(QStringList &events)
{
    QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_first, false) && line.startsWith("\xef\xbb\xbf"))
        line.remove(0, 3);
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.first(colon);
    if (field != "data")
        return;                      // a comment (nothing before the colon), a name, an id
    QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (m_hasData)
        m_data += '\n';
    m_data += value;
    m_hasData = true;
}

void SseParser::dispatch(QStringList &events)
{
    if (m_hasData)
        events.append(QString::fromUtf8(m_data));
    m_data.clear();
    m_hasData = false;
}

} // namespace autodidact
