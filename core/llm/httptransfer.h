#pragma once

#include "core/llm/curlhandles.h"
#include "core/llm/httpcall.h"

#include <array>

namespace autodidact {

/// One request inside curl. Lives in the transport thread.
class HttpTransfer
{
public:
    HttpTransfer(HttpRequest request, std::shared_ptr<HttpInbox> inbox);
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    CURL *handle() const { return m_handle.get(); }
    const std::shared_ptr<HttpInbox> &inbox() const { return m_inbox; }

    /// Tells the waiting thread how it ended.
    void end(CURLcode code);

private:
    void setUp();
    void setUpBody();
    HttpEnd endOf(CURLcode code) const;
    static size_t onHeader(char *data, size_t size, size_t count, void *self) noexcept;
    static size_t onBody(char *data, size_t size, size_t count, void *self) noexcept;

    HttpRequest m_request;
    std::shared_ptr<HttpInbox> m_inbox;
    EasyHandle m_handle;
    HeaderList m_headers;
    HttpHead m_head;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    qsizetype m_received = 0;
    bool m_tooLarge = false;
};

} // namespace autodidact
