#include "core/evaluation/reflector.h"

#include "core/base/random.h"
#include "core/evaluation/feedbacktext.h"
#include "core/evaluation/reflectionjson.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int longestAttempt = 24000;   ///< characters of code that a reviewer is shown

Result<QString> promptFile(const QString &name)
{
    QFile file(u":/prompts/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"The prompt %1 is not compiled into this program."_s.arg(name));
    return QString::fromUtf8(file.readAll());
}

/// A fence longer than any run of backticks in the text, so that no attempt can close it.
QString fenceFor(const QString &text)
{
    int longest = 2;
    int run = 0;
    for (QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    return QString(longest + 1, u'`');
}

/// The program with the number of each line in front, so that lines can be named.
QString numbered(const QString &code)
{
    const QStringList lines = code.left(longestAttempt).split(u'\n');
    const int width = int(QString::number(lines.size()).size());
    QString out;
    for (qsizetype i = 0; i < lines.size(); ++i)
        out += u"%1  %2\n"_s.arg(QString::number(i + 1).rightJustified(width), lines[i]);
    return out;
}

QString section(const QString &title, const QString &body)
{
    return u"## %1\n%2\n"_s.arg(title, body.trimmed());
}

QString taskText(const Task &task)
{
    QString out = task.statement.trimmed();
    if (!task.entryPoint.isEmpty())
        out += u"\n\nEntry point: `%1`"_s.arg(task.entryPoint);
    return out;
}

void placeIn(Reflection &reflection, const SeenAttempt &seen, const Usage &usage)
{
    reflection.attempt = seen.attempt.id;
    reflection.place = seen.attempt.place;
    reflection.usage = usage;
    // Lines outside the attempt name nothing.
    const qsizetype lines = seen.attempt.code.count(u'\n') + 1;
    reflection.statedLines.removeIf([lines](int line) { return line < 1 || line > lines; });
}

} // namespace

Result<QList<ChatMessage>> reflectionMessages(const Task &task, const SeenAttempt &seen)
{
    const auto system = promptFile(u"reflector.md"_s);
    if (!system)
        return std::unexpected(system.error());
    const QString code = numbered(seen.attempt.code);
    const QString fence = fenceFor(code);
    const QString attempt = u"%1%2\n%3%1"_s.arg(fence, toString(task.language), code);
    const QString user = section(u"Task"_s, taskText(task)) + u'\n' + section(u"Attempt"_s, attempt) + u'\n'
        + section(u"Test results"_s, feedbackText(seen));
    return QList<ChatMessage>{{ChatRole::System, system->trimmed()}, {ChatRole::User, user}};
}

Result<ChatReply> Reflector::ask(const QList<ChatMessage> &messages, int round, const Place &place,
                                 const ChatObserver &observer, std::stop_token stop) const
{
    ChatRequest request;
    request.role = ModelRole::Reflector;
    request.messages = messages;
    request.temperature = m_settings.temperature;
    request.maxTokens = m_settings.maxTokens;
    request.seed = Random::seedOf({m_settings.seed, place.round, qint64(place.phase), place.task, place.attempt, round},
                                  "reflection");
    request.schema = reflectionSchema();
    return m_model.complete(request, observer, stop);
}

Result<Reflection> Reflector::reflect(const Task &task, const SeenAttempt &seen, std::stop_token stop,
                                      const ChatObserver &observer) const
{
    auto messages = reflectionMessages(task, seen);
    const auto repair = promptFile(u"repair.md"_s);
    if (!messages || !repair)
        return std::unexpected(messages ? repair.error() : messages.error());
    Usage usage;
    for (int round = 0; round < 2; ++round) {
        const auto reply = ask(*messages, round, seen.attempt.place, observer, stop);
        if (!reply)
            return std::unexpected(reply.error());
        usage = usage + reply->usage;
        auto reflection = parseReflection(reply->text);
        if (reflection) {
            placeIn(*reflection, seen, usage);
            reflection->origin = round == 0 ? ReflectionOrigin::Model : ReflectionOrigin::Repaired;
            return *reflection;
        }
        messages->append({ChatRole::Assistant, reply->text});
        messages->append({ChatRole::User, repair->trimmed().arg(reflection.error().detail)});
    }
    Reflection reflection = ruleBasedReflection(seen);
    placeIn(reflection, seen, usage);
    return reflection;
}

} // namespace autodidact
