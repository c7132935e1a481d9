#pragma once

#include <QString>

namespace autodidact {

/// \p text without what differs from run to run: addresses of objects become 0x0.
QString scrubbed(QString text);

} // namespace autodidact
