#include "widgets/dialogs/serverprobe.h"

#include "core/llm/baseurl.h"
#include "core/llm/modelfactory.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using namespace std::chrono_literals;

Result<std::shared_ptr<OpenAiModel>> modelAt(const ServerAddress &address, const QString &model, const std::shared_ptr<HttpTransport> &transport)
{
    const ModelAccess access{.baseUrl = address.address, .apiKeyEnv = address.keyVariable, .sessionKey = address.key, .timeoutS = 120,
                             .retry = {.retries = 1, .unreachableRetries = 0}};
    return makeHttpModel({ModelKind::OpenAi, model}, access, transport);
}

Result<ServerReport> testServer(const ServerAddress &address, const QString &model, const std::shared_ptr<HttpTransport> &transport,
                                const std::stop_token &stop)
{
    const auto lister = modelAt(address, model.isEmpty() ? u"-"_s : model, transport);
    if (!lister)
        return std::unexpected(lister.error());
    const Result<QStringList> models = (*lister)->listModels(15s, stop);
    if (!models)
        return std::unexpected(models.error());
    ServerReport report{.models = *models, .model = model.isEmpty() ? models->value(0) : model};
    if (report.model.isEmpty())
        return report;
    const auto asked = modelAt(address, report.model, transport);
    if (!asked)
        return std::unexpected(asked.error());
    ChatRequest request;
    request.messages = {{ChatRole::User, u"Answer with the one word: ready"_s}};
    request.maxTokens = 32;
    const Result<ChatReply> reply = (*asked)->complete(request, {}, stop);
    if (!reply) {
        report.problem = reply.error();
        return report;
    }
    report.answer = reply->text.trimmed();
    report.firstChunkMs = reply->firstChunkMs;
    report.totalMs = reply->totalMs;
    return report;
}

} // namespace

ServerProbe::ServerProbe(QObject *parent)
    : QObject(parent)
    , m_transport(std::make_shared<HttpTransport>())
{
}

ServerProbe::~ServerProbe()
{
    m_thread.request_stop();
}

QList<FoundServer> ServerProbe::usualServers()
{
    return {{u"Ollama"_s, u"http://127.0.0.1:11434"_s, {}},
            {u"llama.cpp"_s, u"http://127.0.0.1:8080"_s, {}},
            {u"vLLM"_s, u"http://127.0.0.1:8000"_s, {}},
            {u"LM Studio"_s, u"http://127.0.0.1:1234"_s, {}}};
}

void ServerProbe::begin(std::function<void(std::stop_token)> work)
{
    cancel();
    m_thread = std::jthread(std::move(work));
}

void ServerProbe::cancel()
{
    ++m_question;
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void ServerProbe::detect(const QList<FoundServer> &candidates)
{
    begin([this, candidates, transport = m_transport, question = m_question + 1](const std::stop_token &stop) {
        QList<FoundServer> found;
        for (FoundServer server : candidates) {
            const auto model = modelAt({.address = server.address, .key = {}, .keyVariable = {}}, u"-"_s, transport);
            const Result<QStringList> models = model ? (*model)->listModels(1500ms, stop) : std::unexpected(model.error());
            if (!models)
                continue;
            server.models = *models;
            found.append(server);
        }
        QMetaObject::invokeMethod(this, [this, found, question] {
            if (question == m_question)
                Q_EMIT detected(found);
        }, Qt::QueuedConnection);
    });
}

void ServerProbe::test(const ServerAddress &address, const QString &model)
{
    begin([this, address, model, transport = m_transport, question = m_question + 1](const std::stop_token &stop) {
        const Result<ServerReport> report = testServer(address, model, transport, stop);
        QMetaObject::invokeMethod(this, [this, report, question] {
            if (question != m_question)
                return;
            if (report)
                Q_EMIT tested(*report);
            else
                Q_EMIT failed(report.error());
        }, Qt::QueuedConnection);
    });
}

} // namespace autodidact
