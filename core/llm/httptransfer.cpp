#include "core/llm/httptransfer.h"

#include <QUrl>

#include <algorithm>

namespace autodidact {

namespace {

bool isThisMachine(const QByteArray &url)
{
    const QString host = QUrl(QString::fromUtf8(url)).host();
    return host == u"localhost" || host == u"::1" || host.startsWith(u"127.");
}

} // namespace

HttpTransfer::HttpTransfer(HttpRequest request, std::shared_ptr<HttpInbox> inbox)
    : m_request(std::move(request))
    , m_inbox(std::move(inbox))
    , m_handle(curl_easy_init())
{
    setUp();
    setUpBody();
}

void HttpTransfer::setUp()
{
    CURL *curl = m_handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, m_request.url.constData());
    curl_easy_setopt(curl, CURLOPT_PRIVATE, this);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, m_error.data());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "autodidact");
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
    // A cold model says nothing for a long time: only the deadline ends the wait for an answer, and
    // the call itself keeps that.
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(m_request.connectTimeout.count()));
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &HttpTransfer::onHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &HttpTransfer::onBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
    if (isThisMachine(m_request.url))
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

void HttpTransfer::setUpBody()
{
    const auto addHeader = [this](const char *header) {
        m_headers.reset(curl_slist_append(m_headers.release(), header));
    };
    for (const QByteArray &header : m_request.headers)
        addHeader(header.constData());
    if (!m_request.body.isEmpty()) {
        curl_easy_setopt(m_handle.get(), CURLOPT_POST, 1L);
        curl_easy_setopt(m_handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_request.body.size()));
        curl_easy_setopt(m_handle.get(), CURLOPT_POSTFIELDS, m_request.body.constData());
        addHeader("Expect:");        // else a long prompt waits a second for a "100 Continue"
    }
    curl_easy_setopt(m_handle.get(), CURLOPT_HTTPHEADER, m_headers.get());
}

HttpEnd HttpTransfer::endOf(CURLcode code) const
{
    switch (code) {
    case CURLE_OK: return HttpEnd::Whole;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return HttpEnd::BadUrl;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return HttpEnd::Unresolved;
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT: return HttpEnd::Unreachable;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CONNECT_ERROR: return HttpEnd::Untrusted;
    default: return m_tooLarge ? HttpEnd::TooLarge : HttpEnd::Broken;
    }
}

void HttpTransfer::end(CURLcode code)
{
    const char *text = m_error.front() != '\0' ? m_error.data() : curl_easy_strerror(code);
    m_inbox->takeEnd(endOf(code), code == CURLE_OK ? QString() : QString::fromUtf8(text));
}

size_t HttpTransfer::onHeader(char *data, size_t size, size_t count, void *self) noexcept
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    const QByteArrayView line = QByteArrayView(data, qsizetype(size * count)).trimmed();
    if (line.startsWith("HTTP/")) {
        // A proxy's answer or "100 Continue" may come before the real one.
        transfer->m_head = {};
        const QByteArrayView behind = line.sliced(line.indexOf(' ') + 1);
        transfer->m_head.status = behind.first(std::min<qsizetype>(3, behind.size())).toInt();
    } else if (line.isEmpty()) {
        transfer->m_inbox->takeHead(transfer->m_head);
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        transfer->m_head.headers.append(
            {line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
    }
    return size * count;
}

size_t HttpTransfer::onBody(char *data, size_t size, size_t count, void *self) noexcept
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    const qsizetype bytes = qsizetype(size * count);
    transfer->m_received += bytes;
    transfer->m_tooLarge = transfer->m_received > transfer->m_request.largestBody;
    if (transfer->m_tooLarge)
        return 0;                    // makes curl give up
    transfer->m_inbox->takeBytes({data, bytes});
    return size * count;
}

} // namespace autodidact
