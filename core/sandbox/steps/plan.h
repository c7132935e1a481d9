#pragma once

#include "core/sandbox/supervisor/buffer.h"
#include "core/sandbox/wire.h"

namespace autodidact::sandbox {

/// Texts of a plan, in the memory of the plan's bytes.
struct Texts {
    Reader::Text *items = nullptr;
    uint32_t count = 0;
};

/// A program to run, as it stands in the plan; see appendStep() in core/runners/stepplan.cpp for the order of its fields.
struct Step {
    Reader::Text name;
    uint32_t flags = 0; ///< StepFlag
    uint32_t cpuMs = 0; ///< of the program and those of its children that it waited for
    uint32_t wallMs = 0; ///< the backstop
    uint32_t addressMb = 0; ///< address space; 0 for no limit of its own
    uint32_t memoryMb = 0; ///< of all processes of the attempt while the step runs; 0 for the attempt's own limit
    Texts arguments;
    Texts environment;
    Texts removals; ///< files that go before the step begins
    Reader::Text input;
};

/// Files to place, programs to run, files to hand back.
struct Plan {
    Texts files; ///< path and content by turns
    Step *steps = nullptr;
    uint32_t stepCount = 0;
    Texts collected; ///< files, or folders whose files are meant
};

/// Reads what follows the nonce. False for bytes that are no plan.
bool readPlan(Reader &in, Plan &plan);

/// A text as a string of C, in memory that stays; null when a zero byte lies within.
char *terminated(Reader::Text text);

/// The texts as a list that ends with null, as exec wants it; null when one holds a zero byte.
char **terminated(Texts texts);

} // namespace autodidact::sandbox
