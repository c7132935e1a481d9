#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace autodidact::test {

/// One request as it came in; header names are in lower case.
struct ServedRequest {
    int number = 0;                  ///< from 0, in order of arrival
    QByteArray method;
    QByteArray path;
    std::map<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// The server's end of one connection, for one request.
class ServedConnection
{
public:
    ServedConnection(int socket, std::stop_token stop);

    /// A whole answer with its length.
    void answer(int status, const QByteArray &type, const QByteArray &body, const QList<QByteArray> &headers = {});
    void beginChunked(int status, const QByteArray &type, const QList<QByteArray> &headers = {});
    void chunk(const QByteArray &bytes);
    void endChunked();
    void raw(const QByteArray &bytes);

    /// Says nothing for that long; ends early when the server stops.
    void stall(std::chrono::milliseconds time);
    void cut();                      ///< closes with a reset
    bool isOpen() const { return m_open; }

private:
    int m_socket;
    std::stop_token m_stop;
    bool m_open = true;
};

using Behaviour = std::function<void(ServedConnection &, const ServedRequest &)>;

/// A real HTTP/1.1 server on 127.0.0.1 with threads of its own. The n-th request gets the n-th
/// behaviour of the script, further ones the last.
class HttpTestServer
{
public:
    explicit HttpTestServer(QList<Behaviour> script, quint16 port = 0);
    ~HttpTestServer();

    quint16 port() const { return m_port; }
    QString url() const;
    QList<ServedRequest> requests() const;

private:
    void accept(const std::stop_token &stop);
    void serve(int socket, const std::stop_token &stop);
    bool read(int socket, ServedRequest &request, QByteArray &rest, const std::stop_token &stop);
    Behaviour enter(ServedRequest &request);

    QList<Behaviour> m_script;
    int m_listener = -1;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QList<ServedRequest> m_requests;
    std::list<std::jthread> m_connections;
    std::jthread m_thread;
};

} // namespace autodidact::test
