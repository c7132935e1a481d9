#pragma once

#include "plan.h"

namespace autodidact::sandbox {

/// Writes a file below the work folder, making folders on the way; a relative path without "..", as the core has checked.
bool placeFile(Reader::Text path, Reader::Text content);

/// A record of kind Text whose last field is what \p file holds, at most \p most bytes of it; first come \p fields.
void reportContent(Buffer &fields, int file, size_t most);

/// Reports the file at \p path or, where that is a folder, each file in it (not below it), as records "file", path,
/// content. Links are not followed: the code under test may have made them.
void reportFiles(Reader::Text path);

} // namespace autodidact::sandbox
