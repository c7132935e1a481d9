#include "core/llm/modelfactory.h"

#include "core/llm/baseurl.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr auto KnownForms = "Use student, student:SKILL or openai:NAME."_L1;

QString keyVariable(const ModelAccess &access, const QString &base)
{
    if (!access.apiKeyEnv.isEmpty())
        return access.apiKeyEnv;
    return isOpenAi(base) ? u"OPENAI_API_KEY"_s : QString();
}

} // namespace

Result<ModelSpec> parseModelSpec(const QString &spec)
{
    const QString text = spec.trimmed();
    const qsizetype colon = text.indexOf(u':');
    const QString kind = colon < 0 ? text : text.first(colon);
    const QString name = colon < 0 ? QString() : text.sliced(colon + 1).trimmed();
    if (kind == "student"_L1)
        return ModelSpec{ModelKind::Student, name};
    if (kind == "openai"_L1) {
        if (name.isEmpty())
            return fail(
                ErrorKind::BadUsage, u"\"%1\" names no model. Write openai:NAME, for example openai:qwen2.5-coder."_s.arg(text));
        return ModelSpec{ModelKind::OpenAi, name};
    }
    if (kind == "anthropic"_L1 || kind == "cassette"_L1)
        return fail(ErrorKind::BadUsage, u"models of the kind \"%1\" are not in this version. %2"_s.arg(kind, KnownForms));
    return fail(ErrorKind::BadUsage, u"\"%1\" is no model. %2"_s.arg(text, KnownForms));
}

Result<std::shared_ptr<OpenAiModel>> makeHttpModel(
    const ModelSpec &spec, const ModelAccess &access, std::shared_ptr<HttpTransport> transport)
{
    if (spec.kind != ModelKind::OpenAi)
        return fail(ErrorKind::BadUsage, u"only openai:NAME is reached over HTTP"_s);
    if (access.timeoutS < 1)
        return fail(ErrorKind::BadUsage, u"llm.timeout_s is %1. Give at least one second."_s.arg(access.timeoutS));
    const auto base = apiBase(access.baseUrl);
    if (!base)
        return std::unexpected(base.error());
    OpenAiSettings settings;
    settings.model = spec.name;
    settings.base = *base;
    settings.timeout = std::chrono::seconds(access.timeoutS);
    settings.retry = access.retry;
    const QString variable = keyVariable(access, *base);
    Result<ApiKey> key;
    if (!access.sessionKey.isEmpty())
        key = ApiKey::fromSession(access.sessionKey);
    else if (!variable.isEmpty())
        key = ApiKey::fromEnvironment(variable);
    if (!key)
        return std::unexpected(key.error());
    settings.key = *key;
    settings.keySource = access.sessionKey.isEmpty() ? variable : QString();
    return std::make_shared<OpenAiModel>(std::move(settings), std::move(transport));
}

} // namespace autodidact
