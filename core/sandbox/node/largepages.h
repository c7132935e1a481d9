#pragma once

namespace autodidact::sandbox {

/// Moves the machine code of Node.js to large pages, where the kernel gives them. Every forked process then finds it mapped;
/// else it asks for each of some hundred pages again, which costs more than most attempts do. A way that Node.js has itself
/// (--use-largepages), though not where a distribution keeps it in a library. Not while another thread may run code that moves.
void useLargePages();

} // namespace autodidact::sandbox
