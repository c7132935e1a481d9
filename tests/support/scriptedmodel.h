#pragma once

#include "core/llm/chatmodel.h"

#include <QList>

#include <mutex>

namespace autodidact::test {

/// A chat model that gives prepared answers in order and keeps what it was asked; out of answers, it
/// fails for good.
class ScriptedModel : public ChatModel
{
public:
    explicit ScriptedModel(QStringList answers)
        : m_answers(std::move(answers))
    {
    }

    Result<ChatReply> complete(const ChatRequest &request, const ChatObserver &observer, std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        m_requests.append(request);
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, QStringLiteral("stopped"));
        if (m_answers.isEmpty())
            return fail(ErrorKind::Model, QStringLiteral("the script has no more answers"));
        ChatReply reply;
        reply.text = m_answers.takeFirst();
        reply.usage = {.promptTokens = 100, .completionTokens = 10, .estimated = false, .cost = 0.5, .calls = 1};
        if (observer.chunk)
            observer.chunk(reply.text);
        return reply;
    }

    QString name() const override { return QStringLiteral("scripted"); }

    const QList<ChatRequest> &requests() const { return m_requests; }

private:
    std::mutex m_mutex;
    QStringList m_answers;
    QList<ChatRequest> m_requests;
};

} // namespace autodidact::test
