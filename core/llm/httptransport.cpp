#include "core/llm/httptransport.h"

#include "core/llm/httptransfer.h"

#include <functional>
#include <map>
#include <thread>
#include <vector>

namespace autodidact {

/// The transport thread: everything but post() happens in it.
class HttpTransport::Loop
{
public:
    Loop()
        : m_multi(curl_multi_init())
        , m_thread([this](std::stop_token stop) { run(stop); })
    {
    }

    ~Loop()
    {
        m_thread.request_stop();
        curl_multi_wakeup(m_multi.get());
        m_thread.join();
    }

    void post(std::move_only_function<void()> order)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_orders.push_back(std::move(order));
        }
        curl_multi_wakeup(m_multi.get());
    }

    void add(HttpRequest request, const std::shared_ptr<HttpInbox> &inbox)
    {
        auto transfer = std::make_unique<HttpTransfer>(std::move(request), inbox);
        if (const CURLMcode code = curl_multi_add_handle(m_multi.get(), transfer->handle()); code != CURLM_OK) {
            inbox->takeEnd(HttpEnd::Broken, QString::fromUtf8(curl_multi_strerror(code)));
            return;
        }
        m_transfers.emplace(inbox.get(), std::move(transfer));
    }

    void remove(const HttpInbox *inbox)
    {
        const auto found = m_transfers.find(inbox);
        if (found == m_transfers.end())
            return;
        curl_multi_remove_handle(m_multi.get(), found->second->handle());
        m_transfers.erase(found);
    }

private:
    void run(const std::stop_token &stop)
    {
        constexpr int LongestSleepMs = 1000;
        while (!stop.stop_requested()) {
            runOrders();
            int running = 0;
            curl_multi_perform(m_multi.get(), &running);
            collectFinished();
            curl_multi_poll(m_multi.get(), nullptr, 0, LongestSleepMs, nullptr);
        }
        runOrders();
        while (!m_transfers.empty()) {
            m_transfers.begin()->second->inbox()->takeEnd(HttpEnd::Cancelled, {});
            remove(m_transfers.begin()->first);
        }
    }

    void runOrders()
    {
        std::vector<std::move_only_function<void()>> orders;
        {
            const std::scoped_lock lock(m_mutex);
            orders.swap(m_orders);
        }
        for (auto &order : orders)
            order();
    }

    void collectFinished()
    {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            const CURLcode code = message->data.result;
            HttpTransfer *transfer = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
            transfer->end(code);
            remove(transfer->inbox().get());
        }
    }

    CurlLibrary m_library;
    MultiHandle m_multi;
    std::mutex m_mutex;
    std::vector<std::move_only_function<void()>> m_orders;
    std::map<const HttpInbox *, std::unique_ptr<HttpTransfer>> m_transfers;
    std::jthread m_thread;
};

HttpTransport::HttpTransport()
    : m_loop(std::make_unique<Loop>())
{
}

HttpTransport::~HttpTransport() = default;

std::unique_ptr<HttpCall> HttpTransport::start(HttpRequest request)
{
    auto inbox = std::make_shared<HttpInbox>();
    const HttpClock::time_point deadline = request.deadline;
    m_loop->post([loop = m_loop.get(), request = std::move(request), inbox]() mutable { loop->add(std::move(request), inbox); });
    return std::make_unique<HttpCall>(*this, inbox, deadline);
}

void HttpTransport::takeBack(const std::shared_ptr<HttpInbox> &inbox)
{
    m_loop->post([loop = m_loop.get(), inbox] { loop->remove(inbox.get()); });
}

} // namespace autodidact
