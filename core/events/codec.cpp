#include "core/events/codec.h"

#include "core/events/payloadfields.h"

namespace autodidact {

template<typename T>
QJsonObject toJson(const T &value, JsonForm form)
{
    return ArchiveWriter::write(value, form);
}

template<typename T>
Result<T> fromJson(const QJsonObject &object)
{
    T value;
    QString error;
    ArchiveReader reader(object, error);
    fields(reader, value);
    if (!error.isEmpty())
        return fail(ErrorKind::BadInput, error);
    return value;
}

QJsonObject payloadToJson(const EventPayload &payload, JsonForm form)
{
    return std::visit([form](const auto &value) { return toJson(value, form); }, payload);
}

namespace {

template<size_t Index>
Result<EventPayload> payloadAt(size_t index, const QJsonObject &object)
{
    if constexpr (Index == size_t(EventKindCount)) {
        return fail(ErrorKind::BadInput, u"unknown kind of event: %1"_s.arg(index + 1));
    } else {
        if (index != Index)
            return payloadAt<Index + 1>(index, object);
        return fromJson<std::variant_alternative_t<Index, EventPayload>>(object).transform(
            [](auto &&value) { return EventPayload(std::move(value)); });
    }
}

} // namespace

Result<EventPayload> payloadFromJson(EventKind kind, const QJsonObject &object)
{
    return payloadAt<0>(size_t(kind) - 1, object);
}

Result<Event> eventFromJson(const QJsonObject &object)
{
    const std::optional<EventKind> kind = valueOf<EventKind>(object.value("kind"_L1).toString());
    if (!kind)
        return fail(ErrorKind::BadInput, u"kind: no such kind of event"_s);
    auto event = fromJson<Event>(object);
    if (!event)
        return event;
    auto payload = payloadFromJson(*kind, object.value("payload"_L1).toObject());
    if (!payload)
        return fail(ErrorKind::BadInput, u"payload: "_s + payload.error().detail);
    event->payload = std::move(*payload);
    return event;
}

QJsonObject eventToJson(const Event &event, JsonForm form)
{
    QJsonObject object = toJson(event, form);
    object.insert("kind"_L1, toString(kindOf(event.payload)));
    object.insert("payload"_L1, payloadToJson(event.payload, form));
    return object;
}

QString toString(EventKind kind) { return wordOf(kind); }
QString toString(Phase phase) { return wordOf(phase); }
QString toString(Split split) { return wordOf(split); }
QString toString(RunStatus status) { return wordOf(status); }
QString toString(MemoryKind kind) { return wordOf(kind); }
QString toString(MemoryState state) { return wordOf(state); }
QString toString(VersionOrigin origin) { return wordOf(origin); }
QString toString(SafetyAction action) { return wordOf(action); }
QString toString(Decision decision) { return wordOf(decision); }
QString wordOfKind(ErrorKind kind) { return wordOf(kind); }

QJsonObject toJson(const Explanation &explanation)
{
    return {{u"reason"_s, toJson(explanation.why)}, {u"text"_s, explanation.text}};
}

#define AUTODIDACT_CODEC(Type)                                                                                     \
    template QJsonObject toJson<Type>(const Type &, JsonForm);                                                     \
    template Result<Type> fromJson<Type>(const QJsonObject &);

AUTODIDACT_CODEC(Suite)
AUTODIDACT_CODEC(Task)
AUTODIDACT_CODEC(Run)
AUTODIDACT_CODEC(RunConfig)
AUTODIDACT_CODEC(Round)
AUTODIDACT_CODEC(Place)
AUTODIDACT_CODEC(Usage)
AUTODIDACT_CODEC(Attempt)
AUTODIDACT_CODEC(Verdict)
AUTODIDACT_CODEC(Resources)
AUTODIDACT_CODEC(Reflection)
AUTODIDACT_CODEC(Memory)
AUTODIDACT_CODEC(PromptVersion)
AUTODIDACT_CODEC(Strategy)
AUTODIDACT_CODEC(Update)
AUTODIDACT_CODEC(RuleEdit)
AUTODIDACT_CODEC(SafetyDecision)
AUTODIDACT_CODEC(Reason)
AUTODIDACT_CODEC(SignalUse)
AUTODIDACT_CODEC(RunStarted)
AUTODIDACT_CODEC(RunStatusChanged)
AUTODIDACT_CODEC(RoundStarted)
AUTODIDACT_CODEC(TaskStarted)
AUTODIDACT_CODEC(AttemptAnswered)
AUTODIDACT_CODEC(VerdictReached)
AUTODIDACT_CODEC(ReflectionWritten)
AUTODIDACT_CODEC(TaskFinished)
AUTODIDACT_CODEC(MemoryStored)
AUTODIDACT_CODEC(UpdateProposed)
AUTODIDACT_CODEC(VersionAdmitted)
AUTODIDACT_CODEC(VersionRejected)
AUTODIDACT_CODEC(GuardDecided)
AUTODIDACT_CODEC(RoundFinished)
AUTODIDACT_CODEC(ToolReport)
AUTODIDACT_CODEC(ToolsRun)
AUTODIDACT_CODEC(SearchLearnt)
AUTODIDACT_CODEC(UpdateMeasured)
AUTODIDACT_CODEC(UpdateJudged)
AUTODIDACT_CODEC(VersionPublished)
AUTODIDACT_CODEC(CreditMeasured)
AUTODIDACT_CODEC(LessonsDistilled)
AUTODIDACT_CODEC(TasksAdded)
AUTODIDACT_CODEC(FeedbackGiven)

#undef AUTODIDACT_CODEC

} // namespace autodidact
