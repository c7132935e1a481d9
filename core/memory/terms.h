#pragma once

#include <QStringList>

namespace autodidact {

/// The terms of a text of prose or code, lower case, in order, repeats kept: words, whole
/// identifiers with their parts (snake_case and camelCase), numbers, Han, Kana and Hangul
/// characters with their bigrams.
QStringList termsOf(QStringView text);

/// The parts of one identifier, lower case: "parseHTTPHeader_v2" gives parse, http, header, v2.
QStringList identifierParts(QStringView identifier);

} // namespace autodidact
