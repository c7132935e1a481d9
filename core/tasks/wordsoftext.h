#pragma once

#include <QByteArray>
#include <QSet>

namespace autodidact {

/// The words of a text or of code, in small letters: runs of letters and digits, and identifiers both whole and by their parts
/// ("maxRetries" and "max_retries" are also "max" and "retries"). Left out are words under three letters, numbers, and
/// English words that every text has.
QSet<QByteArray> wordsOf(QByteArrayView text);

} // namespace autodidact
