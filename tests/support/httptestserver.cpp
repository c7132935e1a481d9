#include "tests/support/httptestserver.h"

#include <QString>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace autodidact::test {

namespace {

constexpr int PollMs = 20;           ///< how soon a stop is noticed

bool readable(int socket, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd waiting{socket, POLLIN, 0};
        if (poll(&waiting, 1, PollMs) > 0)
            return true;
    }
    return false;
}

bool says(QByteArrayView name, const ServedRequest &request, QByteArrayView value)
{
    const auto found = request.headers.find(name.toByteArray());
    return found != request.headers.end() && found->second.compare(value, Qt::CaseInsensitive) == 0;
}

} // namespace

ServedConnection::ServedConnection(int socket, std::stop_token stop)
    : m_socket(socket)
    , m_stop(std::move(stop))
{
}

void ServedConnection::raw(const QByteArray &bytes)
{
    for (qsizetype sent = 0; m_open && sent < bytes.size();) {
        const ssize_t count = send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            m_open = false;
        else
            sent += count;
    }
}

void ServedConnection::answer(int status, const QByteArray &type, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type + "\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray &header : headers)
        text += header + "\r\n";
    raw(text + "\r\n" + body);
}

void ServedConnection::beginChunked(int status, const QByteArray &type, const QList<QByteArray> &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n";
    for (const QByteArray &header : headers)
        text += header + "\r\n";
    raw(text + "\r\n");
}

void ServedConnection::chunk(const QByteArray &bytes)
{
    raw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void ServedConnection::endChunked()
{
    raw("0\r\n\r\n");
}

void ServedConnection::stall(std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, m_stop, time, [] { return false; });
}

void ServedConnection::cut()
{
    const linger hard{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_open = false;
}

HttpTestServer::HttpTestServer(QList<Behaviour> script, quint16 port)
    : m_script(std::move(script))
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const int yes = 1;
    setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, generic, size) != 0 || listen(m_listener, 64) != 0 || getsockname(m_listener, generic, &size) != 0)
        qFatal("the test server cannot listen on 127.0.0.1");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token &stop) { accept(stop); });
}

HttpTestServer::~HttpTestServer()
{
    m_thread.request_stop();
    m_thread.join();
    for (std::jthread &connection : m_connections)
        connection.request_stop();
    m_connections.clear();
    close(m_listener);
}

QString HttpTestServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

QList<ServedRequest> HttpTestServer::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void HttpTestServer::accept(const std::stop_token &stop)
{
    while (readable(m_listener, stop)) {
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0)
            m_connections.emplace_back([this, socket](const std::stop_token &end) { serve(socket, end); });
    }
}

void HttpTestServer::serve(int socket, const std::stop_token &stop)
{
    QByteArray rest;
    for (bool open = true; open;) {
        ServedRequest request;
        if (!read(socket, request, rest, stop))
            break;
        const Behaviour behaviour = enter(request);
        ServedConnection connection(socket, stop);
        behaviour(connection, request);
        open = connection.isOpen() && !says("connection", request, "close");
    }
    close(socket);
}

/// One request with its body (by Content-Length); false when the other side is gone.
bool HttpTestServer::read(int socket, ServedRequest &request, QByteArray &rest, const std::stop_token &stop)
{
    const auto more = [&] {
        char buffer[65536];
        const ssize_t count = readable(socket, stop) ? recv(socket, buffer, sizeof buffer, 0) : 0;
        rest.append(buffer, std::max<ssize_t>(0, count));
        return count > 0;
    };
    while (!rest.contains("\r\n\r\n")) {
        const bool encrypted = rest.startsWith('\x16');      // the hello of TLS
        if (encrypted || !more())
            return false;
    }
    const qsizetype end = rest.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = rest.first(end).split('\n');
    rest.remove(0, end + 4);
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers[line.first(colon).toLower()] = line.sliced(colon + 1).trimmed();
    }
    const qsizetype length = request.headers["content-length"].toLongLong();
    while (rest.size() < length) {
        if (!more())
            return false;
    }
    request.body = rest.first(length);
    rest.remove(0, length);
    return true;
}

Behaviour HttpTestServer::enter(ServedRequest &request)
{
    const std::scoped_lock lock(m_mutex);
    request.number = int(m_requests.size());
    m_requests.append(request);
    return m_script.at(std::min<qsizetype>(request.number, m_script.size() - 1));
}

} // namespace autodidact::test
