#pragma once

#include "app/cli/arguments.h"

namespace autodidact {

/// Every command gives its exit code, or the error that decides it.
Result<int> doctorCommand(Invocation &invocation);
Result<int> suiteCommand(Invocation &invocation);
Result<int> checkCommand(Invocation &invocation);
Result<int> runCommand(Invocation &invocation);
Result<int> resumeCommand(Invocation &invocation);
Result<int> runsCommand(Invocation &invocation);
Result<int> reportCommand(Invocation &invocation);
Result<int> memoryCommand(Invocation &invocation);
Result<int> versionsCommand(Invocation &invocation);
Result<int> studentCommand(Invocation &invocation);

/// Takes the next word as a subcommand of \p invocation ("suite" "import"); BadUsage names those there are.
Result<QString> takeSubcommand(Invocation &invocation, const QStringList &known);

} // namespace autodidact
