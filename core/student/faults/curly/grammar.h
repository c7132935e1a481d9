#pragma once

#include "core/student/faults/curlyprogram.h"

namespace autodidact {

/// What a grammar's name for a kind of node means; Other for what no operator asks about.
Concept conceptNamed(Language language, QByteArrayView kind);

} // namespace autodidact
