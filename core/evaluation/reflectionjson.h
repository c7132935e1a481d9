#pragma once

#include "core/base/error.h"
#include "core/domain/reflection.h"

namespace autodidact {

/// Finds the JSON object in a model's answer: the whole answer, a fenced block, or the first balanced
/// object in prose. BadInput with what is wrong, worded so that the model can mend it.
Result<QJsonObject> extractJsonObject(const QString &answer);

/// The schema that is sent to providers that know schemas.
QJsonObject reflectionSchema();

/// Checks \p value against the part of JSON Schema that we use: type, required, properties, enum,
/// minLength, maxLength, items, maxItems, minimum, maximum. BadInput names the path of the first fault.
Status validateJson(const QJsonValue &value, const QJsonObject &schema, const QString &path = {});

/// Extracts, validates and reads a reflection. Fields of place, usage and origin stay as they are by default.
Result<Reflection> parseReflection(const QString &answer);

} // namespace autodidact
