#pragma once

#include "core/runners/programtools.h"
#include "core/runners/runner.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Runs programs that read standard input and write standard output, in every language but Java. Safe to use from several
/// threads.
class ProgramRunner : public Runner
{
public:
    ProgramRunner(Workshop &workshop, ServerPool &steps);

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    Result<ProgramTools> toolsFor(Language language);

    Workshop &m_workshop;
    ServerPool &m_steps;
    std::mutex m_mutex;
    std::map<Language, Result<ProgramTools>> m_tools;
};

} // namespace autodidact
