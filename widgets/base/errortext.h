#pragma once

#include "core/base/error.h"

#include <QString>

namespace autodidact {

/// What went wrong in one translated sentence, without the detail.
QString errorHeading(ErrorKind kind);

/// The heading and the detail as two plain sentences, for places that show one text.
QString errorText(const Error &error);

} // namespace autodidact
