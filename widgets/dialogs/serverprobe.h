#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <thread>

namespace autodidact {

class HttpTransport;

/// How to reach a server, as typed.
struct ServerAddress {
    QString address;                     ///< with or without scheme and /v1
    QString key;                         ///< for this session; goes before the variable
    QString keyVariable;                 ///< name of an environment variable

    bool operator==(const ServerAddress &) const = default;
};

/// What a test of a server found.
struct ServerReport {
    QStringList models;                  ///< sorted
    QString model;                       ///< the one that was asked
    QString answer;                      ///< of one streamed round trip
    double firstChunkMs = 0;
    double totalMs = 0;
    std::optional<Error> problem;        ///< of the round trip; the models may be known all the same

    bool operator==(const ServerReport &) const = default;
};

/// A server found on this machine.
struct FoundServer {
    QString name;                        ///< "Ollama"
    QString address;                     ///< "http://127.0.0.1:11434"
    QStringList models;

    bool operator==(const FoundServer &) const = default;
};

/// Asks model servers in a thread of its own; answers come in the GUI thread. A new question drops the old one.
class ServerProbe : public QObject
{
    Q_OBJECT

public:
    explicit ServerProbe(QObject *parent = nullptr);
    ~ServerProbe() override;

    /// The usual addresses of Ollama, llama.cpp, vLLM and LM Studio on this machine.
    static QList<FoundServer> usualServers();

    void detect(const QList<FoundServer> &candidates = usualServers());
    /// Lists the models, then asks \p model (the first when empty) for one short answer.
    void test(const ServerAddress &address, const QString &model);
    void cancel();

Q_SIGNALS:
    void detected(const QList<autodidact::FoundServer> &servers);
    void tested(const autodidact::ServerReport &report);
    void failed(const autodidact::Error &error);

private:
    void begin(std::function<void(std::stop_token)> work);

    quint64 m_question = 0;
    std::shared_ptr<HttpTransport> m_transport;
    std::jthread m_thread;               // last: joined first
};

} // namespace autodidact
