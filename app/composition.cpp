#include "app/composition.h"

#include "core/llm/modelfactory.h"
#include "core/runners/runnerfactory.h"
#include "core/runners/verdictcache.h"
#include "core/storage/suitestore.h"
#include "core/student/simulatedstudent.h"
#include "core/tools/toolchain.h"
#include "core/tasks/importer.h"

#include <QFileInfo>
#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<RunModels> student(const RunConfig &config, const ModelSpec &spec, const QList<Task> &tasks)
{
    StudentOptions options;
    options.skill = spec.name;
    options.calibration = config.calibration;
    if (config.harm >= 0)
        options.harm = config.harm;
    options.worldSeed = quint64(config.seed);
    const std::optional<WorldKind> world = worldFromString(config.world);
    if (!world)
        return fail(ErrorKind::BadUsage, u"student.world takes helpful, mixed, adverse, null or drifting, not \"%1\"."_s.arg(config.world));
    options.world = *world;
    if (std::ranges::none_of(tasks, SimulatedStudent::knows)) {
        return fail(ErrorKind::BadUsage, u"The simulated student writes from reference solutions, and no task of this suite has one it can read. "
                                         "Choose another suite or another model."_s);
    }
    Result<std::unique_ptr<SimulatedStudent>> made = SimulatedStudent::create(tasks, options);
    if (!made)
        return std::unexpected(made.error());
    const std::shared_ptr<ChatModel> model = std::move(*made);
    return RunModels{model, model, model};
}

Result<RunModels> served(const RunConfig &config, const ModelSpec &spec, const SessionKeys &keys)
{
    const ModelAccess access{config.baseUrl, config.apiKeyEnv, keys.value(config.model), config.timeoutS};
    const auto model = makeHttpModel(spec, access, std::make_shared<HttpTransport>());
    if (!model)
        return std::unexpected(model.error());
    return RunModels{*model, *model, *model};
}

Result<SandboxOptions> sandboxOptions(const QString &sandbox, const QString &image, int jobs)
{
    SandboxOptions options;
    options.jobs = std::min(jobs, 64);
    const Result<SandboxGear> gear = sandboxGearFromString(sandbox);
    if (!gear)
        return std::unexpected(gear.error());
    options.gear = *gear;
    options.image = QFileInfo(image).isDir() ? QFileInfo(image).canonicalFilePath() : image;
    if (!image.isEmpty() && options.gear != SandboxGear::Container)
        return fail(ErrorKind::BadUsage, u"Only the sandbox \"container\" takes an image, not \"%1\"."_s.arg(toString(options.gear)));
    return options;
}

} // namespace

SessionParts sessionParts(const SessionKeys &keys, std::shared_ptr<VerdictCache> cache)
{
    SessionParts parts;
    parts.makeRunner = [cache](const RunConfig &config, int jobs) -> Result<std::unique_ptr<Runner>> {
        Result<std::unique_ptr<Runner>> runner = composeRunner(config.sandbox, config.sandboxImage, jobs);
        if (!runner || !cache)
            return runner;
        return std::make_unique<CachingRunner>(std::move(*runner), cache);
    };
    parts.makeTools = [](const RunConfig &config, int jobs) {
        return sandboxOptions(config.sandbox, config.sandboxImage, jobs).transform(makeToolChain);
    };
    parts.makeModels = [keys](const RunConfig &config, const QList<Task> &tasks) -> Result<RunModels> {
        const Result<ModelSpec> spec = parseModelSpec(config.model);
        if (!spec)
            return std::unexpected(spec.error());
        return spec->kind == ModelKind::Student ? student(config, *spec, tasks) : served(config, *spec, keys);
    };
    return parts;
}

Result<std::unique_ptr<Runner>> composeRunner(
    const QString &sandbox, const QString &image, int jobs, std::optional<Language> first)
{
    return sandboxOptions(sandbox, image, jobs).and_then([first](const SandboxOptions &options) { return makeRunner(options, first); });
}

Status ensureBundledSuites(Database &database)
{
    SuiteStore store(database);
    const Result<QList<Suite>> known = store.all();
    if (!known)
        return std::unexpected(known.error());
    const QStringList paths = bundledSuites();
    for (const QString &path : paths) {
        const QString name = path.section(u'/', -1).section(u'.', 0, 0);
        if (std::ranges::any_of(*known, [&](const Suite &suite) { return suite.name == name; }))
            continue;
        const Result<SuiteContent> content = importSuite(u"jsonl"_s, path);
        if (!content)
            return std::unexpected(content.error());
        if (const Result<Suite> added = store.add(content->suite, content->tasks); !added)
            return std::unexpected(added.error());
    }
    return {};
}

QMap<QString, QString> toolVersions()
{
    QMap<QString, QString> versions{{u"autodidact"_s, QStringLiteral(AUTODIDACT_VERSION)},
                                    {u"qt"_s, QString::fromLatin1(qVersion())}};
    QProcess python;
    python.start(u"python3"_s, {u"-I"_s, u"--version"_s});
    if (python.waitForFinished(3000))
        versions[u"python"_s] = QString::fromUtf8(python.readAllStandardOutput()).trimmed().section(u' ', 1);
    return versions;
}

} // namespace autodidact
