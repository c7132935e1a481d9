#include "widgets/dialogs/newrunmodel.h"

#include "core/control/runconfig.h"
#include "widgets/runcontrol/runplan.h"
#include "widgets/runcontrol/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct NewRunWords {
    Q_DECLARE_TR_FUNCTIONS(NewRun)
};

/// What the dialog shows; the rest keeps the program's usual values.
const QStringList &rememberedKeys()
{
    static const QStringList keys{u"run.suite"_s, u"run.model"_s, u"run.rounds"_s, u"run.seed"_s, u"agent.attempts"_s, u"agent.feedback"_s,
                                  u"budget.tokens"_s, u"llm.base_url"_s, u"llm.api_key_env"_s};
    return keys;
}

} // namespace

ConfigProblems problemsOf(const RunConfig &config, const QStringList &suites)
{
    ConfigProblems problems;
    if (suites.isEmpty())
        problems[u"run.suite"_s] = NewRunWords::tr("There is no suite yet. Import one first.");
    else if (!suites.contains(config.suite))
        problems[u"run.suite"_s] = NewRunWords::tr("Choose a suite.");
    if (!wording::isStudent(config.model)) {
        if (!config.model.startsWith(u"openai:") || config.model.size() == 7)
            problems[u"run.model"_s] = NewRunWords::tr("Write \"student\", or \"openai:\" and the name of a model.");
        else if (config.baseUrl.isEmpty() && config.apiKeyEnv.isEmpty() && qEnvironmentVariableIsEmpty("OPENAI_API_KEY"))
            problems[u"run.model"_s] = NewRunWords::tr("No server is connected for this model. Press Connect.");
    }
    const bool number = !config.name.isEmpty() && std::ranges::all_of(config.name, [](QChar c) { return c.isDigit(); });
    if (number)
        problems[u"run.name"_s] = NewRunWords::tr("A name that is only a number would be taken for a run's number.");
    return problems;
}

int mostAttempts(const RunConfig &config, int tasks)
{
    const int most = expectedPlan(config, tasks).mostAttempts(config.attempts);
    return config.attemptBudget > 0 ? std::min(most, config.attemptBudget) : most;
}

RunConfig rememberedConfig(QSettings &settings)
{
    RunConfig config;
    config.suite = u"starter-python"_s;
    settings.beginGroup(u"newRun"_s);
    for (const QString &key : rememberedKeys()) {
        // A value of an older program that is no longer accepted is passed over: the usual one stays.
        if (settings.contains(key))
            (void)setConfigValue(config, key, settings.value(key).toString());
    }
    settings.endGroup();
    return config;
}

void rememberConfig(QSettings &settings, const RunConfig &config)
{
    settings.beginGroup(u"newRun"_s);
    for (const auto &[key, value] : configValues(config)) {
        if (rememberedKeys().contains(key))
            settings.setValue(key, value);
    }
    settings.endGroup();
}

} // namespace autodidact
