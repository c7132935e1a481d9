// The library holds resources only; a static library wants one source file.
