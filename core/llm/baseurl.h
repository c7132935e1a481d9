#pragma once

#include "core/base/error.h"

namespace autodidact {

/// The address below which an OpenAI-compatible server keeps its interface, however it was typed:
/// with or without a scheme, "/v1", a closing slash or "/chat/completions". Empty means OpenAI itself.
/// Without a scheme it is http for this machine, addresses and hosts with a port, else https.
Result<QString> apiBase(const QString &typed);

/// Host and port of an address, for messages: never a path, a name or a password in it.
QString hostOf(const QString &address);

/// True for OpenAI's own servers.
bool isOpenAi(const QString &address);

} // namespace autodidact
