#include "core/runners/runnerfactory.h"

#include "core/runners/programrunner.h"
#include "core/runners/projects/projectrunner.h"
#include "core/runners/javarunner.h"
#include "core/runners/noderunner.h"
#include "core/runners/pythonrunner.h"
#include "core/runners/repository/repositoryrunner.h"
#include "core/runners/rustrunner.h"
#include "core/runners/wasmrunner.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Hands every execution to the runner of its kind and language. Servers start with the first program of their language,
/// or at once where it is known which language that will be.
class LanguageRunner : public Runner
{
public:
    LanguageRunner(const SandboxOptions &options, std::optional<Language> first)
        : m_options(options)
    {
        if (first)
            (void)runnerFor(*first); // what fails here fails again, and is told, when it is needed
    }

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override
    {
        if (execution.kind == TaskKind::Repository)
            return repositories().run(execution, stop);
        if (execution.kind == TaskKind::Program && execution.language != Language::Java)
            return programs().run(execution, stop);
        if (execution.kind == TaskKind::Files && execution.language != Language::Python)
            return ProjectRunner(m_workshop, sharedSteps()).run(execution, stop);
        const Result<Runner *> runner = runnerFor(execution.language);
        return runner ? (*runner)->run(execution, stop) : std::unexpected(runner.error());
    }

private:
    Result<Runner *> runnerFor(Language language)
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_runners.find(language); known != m_runners.end())
            return known->second.get();
        Result<std::unique_ptr<Runner>> made = make(language);
        if (!made)
            return std::unexpected(made.error());
        return m_runners.emplace(language, std::move(*made)).first->second.get();
    }

    SandboxOptions withWorkshop() const
    {
        SandboxOptions options = m_options;
        options.supportFolder = m_workshop.folder();
        return options;
    }

    ServerPool &steps()
    {
        if (!m_steps)
            m_steps.emplace(withWorkshop(), ServerKind::Steps);
        return *m_steps;
    }

    ServerPool &sharedSteps()
    {
        const std::scoped_lock lock(m_mutex);
        return steps();
    }

    ProgramRunner &programs()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_programs)
            m_programs.emplace(m_workshop, steps());
        return *m_programs;
    }

    RepositoryRunner &repositories()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_repositories)
            m_repositories.emplace(m_workshop, steps());
        return *m_repositories;
    }

    Result<std::unique_ptr<Runner>> make(Language language)
    {
        if (language == Language::Python)
            return std::make_unique<PythonRunner>(m_options);
        if (language == Language::JavaScript)
            return NodeRunner::make(m_options, m_workshop);
        if (language == Language::Rust) {
            return RustTools::find().transform([this](const RustTools &tools) -> std::unique_ptr<Runner> {
                return std::make_unique<RustRunner>(tools, m_workshop, steps());
            });
        }
        if (language == Language::Java) {
            return JavaTools::find().transform([this](const JavaTools &tools) -> std::unique_ptr<Runner> {
                return std::make_unique<JavaRunner>(tools, m_workshop, withWorkshop());
            });
        }
        return fail(ErrorKind::Missing, u"no runner for %1 in this build"_s.arg(toString(language)));
    }

    const SandboxOptions m_options;
    std::mutex m_mutex;
    Workshop m_workshop;
    std::optional<ServerPool> m_steps;
    std::optional<ProgramRunner> m_programs;
    std::optional<RepositoryRunner> m_repositories;
    std::map<Language, std::unique_ptr<Runner>> m_runners;
};

} // namespace

Result<std::unique_ptr<Runner>> makeRunner(const SandboxOptions &options, std::optional<Language> first)
{
    return resolved(options).transform(
        [first](const SandboxOptions &complete) -> std::unique_ptr<Runner> {
            if (complete.gear == SandboxGear::Wasm)
                return std::make_unique<WasmRunner>(complete);
            return std::make_unique<LanguageRunner>(complete, first);
        });
}

} // namespace autodidact
