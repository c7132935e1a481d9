#include "core/llm/httpcall.h"

#include "core/llm/httptransport.h"

#include <algorithm>
#include <utility>

namespace autodidact {

void HttpInbox::takeHead(HttpHead head)
{
    const std::scoped_lock lock(m_mutex);
    m_head = std::move(head);
}

void HttpInbox::takeBytes(QByteArrayView bytes)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_bytes += bytes;
    }
    m_changed.notify_all();
}

void HttpInbox::takeEnd(HttpEnd end, QString detail)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_end = end;
        m_detail = std::move(detail);
    }
    m_changed.notify_all();
}

HttpNews HttpInbox::wait(HttpClock::time_point until, std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, stop, until, [this] { return !m_bytes.isEmpty() || m_end; });
    return {std::exchange(m_bytes, {}), m_end, m_detail};
}

HttpHead HttpInbox::head() const
{
    const std::scoped_lock lock(m_mutex);
    return m_head;
}

HttpCall::HttpCall(HttpTransport &transport, std::shared_ptr<HttpInbox> inbox, HttpClock::time_point deadline)
    : m_transport(transport)
    , m_inbox(std::move(inbox))
    , m_deadline(deadline)
{
}

HttpCall::~HttpCall()
{
    m_transport.takeBack(m_inbox);
}

HttpNews HttpCall::next(std::chrono::milliseconds patience, std::stop_token stop)
{
    HttpNews news = m_inbox->wait(std::min(HttpClock::now() + patience, m_deadline), stop);
    if (stop.stop_requested())
        return {{}, HttpEnd::Cancelled, {}};
    if (news.isQuiet() && HttpClock::now() >= m_deadline)
        news.end = HttpEnd::Deadline;
    return news;
}

} // namespace autodidact
