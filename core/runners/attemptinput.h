#pragma once

#include "core/runners/records.h"
#include "core/runners/runner.h"
#include "core/sandbox/server.h"

namespace autodidact {

/// What the sandbox needs for a Function execution; \p nonce marks genuine records.
AttemptInput functionInput(const Execution &execution, const Nonce &nonce);

/// The limits of \p execution as a request of \p mode.
sandbox::Request requestFor(const Execution &execution, sandbox::Mode mode);

/// A fresh nonce from the system's random numbers: nothing that is journalled depends on it.
Nonce drawNonce();

/// Appends the bytes of a number as they are in memory.
template<typename T>
void appendNumber(QByteArray &blob, T value)
{
    blob.append(reinterpret_cast<const char *>(&value), sizeof value);
}

/// Appends a length and the UTF-8 bytes of \p text.
void appendText(QByteArray &blob, const QString &text);

} // namespace autodidact
