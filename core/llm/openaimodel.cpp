#include "core/llm/openaimodel.h"

#include "core/llm/baseurl.h"
#include "core/llm/openaicall.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// OpenAI itself wants the newer name of the limit; nearly all other servers know the older one.
OpenAiShape firstShape(const OpenAiSettings &settings)
{
    OpenAiShape shape;
    shape.completionTokens = isOpenAi(settings.base);
    return shape;
}

} // namespace

OpenAiShape LearntShape::get() const
{
    const std::scoped_lock lock(m_mutex);
    return m_shape;
}

void LearntShape::narrowTo(const OpenAiShape &shape)
{
    const std::scoped_lock lock(m_mutex);
    m_shape.completionTokens = m_shape.completionTokens || shape.completionTokens;
    m_shape.tokenLimit = m_shape.tokenLimit && shape.tokenLimit;
    m_shape.schema = m_shape.schema && shape.schema;
    m_shape.streamOptions = m_shape.streamOptions && shape.streamOptions;
    m_shape.seed = m_shape.seed && shape.seed;
    m_shape.temperature = m_shape.temperature && shape.temperature;
}

OpenAiModel::OpenAiModel(OpenAiSettings settings, std::shared_ptr<HttpTransport> transport)
    : m_settings(std::move(settings))
    , m_transport(std::move(transport))
    , m_shape(firstShape(m_settings))
{
}

Result<ChatReply> OpenAiModel::complete(const ChatRequest &request, const ChatObserver &observer, std::stop_token stop)
{
    return OpenAiCall(m_settings, *m_transport, observer, m_settings.timeout, stop).chat(request, m_shape);
}

QString OpenAiModel::name() const
{
    return u"openai:%1"_s.arg(m_settings.model);
}

Result<QStringList> OpenAiModel::listModels(std::chrono::milliseconds timeout, std::stop_token stop) const
{
    const ChatObserver nobody;
    return OpenAiCall(m_settings, *m_transport, nobody, timeout, stop).models();
}

} // namespace autodidact
