#pragma once

#include <curl/curl.h>

#include <memory>

namespace autodidact {

/// Keeps libcurl initialised; curl counts the users itself, from any thread.
class CurlLibrary
{
public:
    CurlLibrary() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~CurlLibrary() { curl_global_cleanup(); }
    CurlLibrary(const CurlLibrary &) = delete;
    CurlLibrary &operator=(const CurlLibrary &) = delete;
};

struct EasyDeleter {
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};

struct MultiDeleter {
    void operator()(CURLM *handle) const { curl_multi_cleanup(handle); }
};

struct HeadersDeleter {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

using EasyHandle = std::unique_ptr<CURL, EasyDeleter>;
using MultiHandle = std::unique_ptr<CURLM, MultiDeleter>;
using HeaderList = std::unique_ptr<curl_slist, HeadersDeleter>;

} // namespace autodidact
