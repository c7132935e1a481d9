#pragma once

#include "core/llm/httpcall.h"

#include <memory>

namespace autodidact {

/// Carries HTTP requests over one thread of its own (curl's multi interface), without an event loop
/// of Qt. Requests may come from any thread. Proxies are taken from the environment, but never for
/// this machine itself; redirects are not followed, so a key never goes to another host.
class HttpTransport
{
public:
    HttpTransport();
    ~HttpTransport();                ///< every call must have ended
    HttpTransport(const HttpTransport &) = delete;
    HttpTransport &operator=(const HttpTransport &) = delete;

    std::unique_ptr<HttpCall> start(HttpRequest request);

private:
    friend class HttpCall;
    void takeBack(const std::shared_ptr<HttpInbox> &inbox);

    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace autodidact
