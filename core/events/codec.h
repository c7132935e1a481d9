#pragma once

#include "core/base/json.h"
#include "core/domain/memory.h"
#include "core/domain/task.h"
#include "core/domain/suite.h"
#include "core/events/eventkind.h"

namespace autodidact {

/// Full: every field. Portable: without row ids, clock and resources, so that equal runs give equal bytes.
enum class JsonForm { Full, Portable };

/// JSON of a noun or a payload; enums as the words of codecnames.h. Defined for the types listed in codec.cpp.
template<typename T>
QJsonObject toJson(const T &value, JsonForm form = JsonForm::Full);

/// The way back: unknown fields are ignored, absent ones keep their default; BadInput names the field.
template<typename T>
Result<T> fromJson(const QJsonObject &object);

QJsonObject payloadToJson(const EventPayload &payload, JsonForm form = JsonForm::Full);
Result<EventPayload> payloadFromJson(EventKind kind, const QJsonObject &object);

/// A whole event: its place and step, `kind` and `payload`.
QJsonObject eventToJson(const Event &event, JsonForm form = JsonForm::Full);
Result<Event> eventFromJson(const QJsonObject &object);

QString toString(EventKind kind);        ///< "attempt-answered", …
QString toString(Phase phase);           ///< "learn", …
QString toString(Split split);
QString toString(RunStatus status);      ///< "running", …
QString toString(MemoryKind kind);       ///< "code", "error", "lesson"
QString toString(MemoryState state);
QString toString(VersionOrigin origin);
QString toString(SafetyAction action);   ///< "roll-back", …
QString toString(Decision decision);
QString wordOfKind(ErrorKind kind);      ///< "model", …; not toString(), which would shut ErrorKind out of QCOMPARE

/// For `values` of another reason.
QJsonObject toJson(const Explanation &explanation);

} // namespace autodidact
