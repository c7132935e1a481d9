#pragma once

namespace autodidact::sandbox {

/// An empty, read-only folder in the place of \p path; true also where there is no such folder.
bool hideFolder(const char *path);

/// Takes the mount at \p path away, with all below it; hides the folder where it cannot be taken.
bool takeAway(const char *path);

/// Becomes an ordinary user of the container. What a server needs to make namespaces it keeps and hands on to the program
/// that it becomes; with \p alone nothing.
bool leaveRoot(bool alone);

/// The system call filter in \p file holds from here on.
bool installFilter(int file);

} // namespace autodidact::sandbox
