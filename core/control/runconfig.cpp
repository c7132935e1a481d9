#include "core/control/runconfig.h"

#include <QStringList>

#include <toml++/toml.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <limits>
#include <sstream>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Setting {
    QString key;
    QString accepts;
    std::function<bool(RunConfig &, const QString &)> set;
    std::function<QString(const RunConfig &)> get;
};

Setting text(const QString &key, QString RunConfig::*field)
{
    return {key, u"text"_s,
            [field](RunConfig &c, const QString &v) { c.*field = v; return true; },
            [field](const RunConfig &c) { return c.*field; }};
}

template<typename Integer>
Setting whole(const QString &key, Integer RunConfig::*field, qint64 low, qint64 high)
{
    return {key, u"a whole number from %1 to %2"_s.arg(low).arg(high),
            [=](RunConfig &c, const QString &v) {
                bool ok = false;
                const qint64 number = v.toLongLong(&ok);
                if (!ok || number < low || number > high)
                    return false;
                c.*field = Integer(number);
                return true;
            },
            [field](const RunConfig &c) { return QString::number(c.*field); }};
}

Setting real(const QString &key, double RunConfig::*field, double low, double high)
{
    return {key, u"a number from %1 to %2"_s.arg(low).arg(high),
            [=](RunConfig &c, const QString &v) {
                bool ok = false;
                const double number = v.toDouble(&ok);
                if (!ok || !(number >= low && number <= high))
                    return false;
                c.*field = number;
                return true;
            },
            [field](const RunConfig &c) { return QString::number(c.*field, 'g', 12); }};
}

Setting onOff(const QString &key, bool RunConfig::*field)
{
    return {key, u"true or false"_s,
            [field](RunConfig &c, const QString &v) {
                if (v != u"true" && v != u"false")
                    return false;
                c.*field = v == u"true";
                return true;
            },
            [field](const RunConfig &c) { return c.*field ? u"true"_s : u"false"_s; }};
}

/// Names stand in the order of the enum's values, which begin at 1.
template<typename Enum>
Setting choice(const QString &key, Enum RunConfig::*field, const QStringList &names)
{
    return {key, u"one of %1"_s.arg(names.join(u", "_s)),
            [=](RunConfig &c, const QString &v) {
                const qsizetype index = names.indexOf(v);
                if (index < 0)
                    return false;
                c.*field = static_cast<Enum>(index + 1);
                return true;
            },
            [=](const RunConfig &c) { return names.value(int(c.*field) - 1); }};
}

Setting oneOf(const QString &key, QString RunConfig::*field, const QStringList &names)
{
    Setting setting = text(key, field);
    setting.accepts = u"one of %1"_s.arg(names.join(u", "_s));
    setting.set = [=](RunConfig &c, const QString &v) {
        if (!names.contains(v))
            return false;
        c.*field = v;
        return true;
    };
    return setting;
}

/// Names separated by commas; stored in the order of \p names.
Setting someOf(const QString &key, QString RunConfig::*field, const QStringList &names)
{
    Setting setting = text(key, field);
    setting.accepts = u"some of %1, separated by commas, or nothing"_s.arg(names.join(u", "_s));
    setting.set = [=](RunConfig &c, const QString &v) {
        QStringList chosen;
        const QStringList parts = v.split(u',', Qt::SkipEmptyParts);
        if (!std::ranges::all_of(parts, [&](const QString &part) { return names.contains(part.trimmed()); }))
            return false;
        for (const QString &name : names) {
            if (std::ranges::any_of(parts, [&](const QString &part) { return part.trimmed() == name; }))
                chosen.append(name);
        }
        c.*field = chosen.join(u',');
        return true;
    };
    return setting;
}

QList<Setting> runSettings()
{
    constexpr qint64 many = 1'000'000'000;
    return {
        text(u"run.name"_s, &RunConfig::name),
        text(u"run.suite"_s, &RunConfig::suite),
        text(u"run.model"_s, &RunConfig::model),
        whole(u"run.seed"_s, &RunConfig::seed, 0, std::numeric_limits<qint64>::max()),
        whole(u"run.rounds"_s, &RunConfig::rounds, 0, 10'000),
        text(u"run.inbox"_s, &RunConfig::inbox),
        whole(u"run.folds"_s, &RunConfig::folds, 0, 100),
        whole(u"run.fold"_s, &RunConfig::fold, 1, 100),
        choice(u"run.split"_s, &RunConfig::split, {u"auto"_s, u"none"_s}),
        choice(u"run.schedule"_s, &RunConfig::schedule, {u"repeat"_s, u"stream"_s}),
        whole(u"run.batch"_s, &RunConfig::batch, 0, many),
        whole(u"run.checkpoint_every"_s, &RunConfig::checkpointEvery, 0, 10'000),
        whole(u"agent.attempts"_s, &RunConfig::attempts, 1, 20),
        choice(u"agent.feedback"_s, &RunConfig::feedback, {u"visible"_s, u"verdict"_s, u"hidden"_s}),
        choice(u"agent.reflection"_s, &RunConfig::reflection, {u"none"_s, u"retry"_s, u"reflexion"_s}),
        onOff(u"agent.self_tests"_s, &RunConfig::selfTests),
        someOf(u"agent.tools"_s, &RunConfig::tools, {u"syntax"_s, u"format"_s, u"lint"_s, u"types"_s}),
        onOff(u"agent.predict"_s, &RunConfig::predict),
    };
}

QList<Setting> stageSettings()
{
    constexpr qint64 many = 1'000'000'000;
    return {
        onOff(u"memory.enabled"_s, &RunConfig::memoryEnabled),
        choice(u"memory.visibility"_s, &RunConfig::memoryVisibility, {u"round"_s}),
        choice(u"memory.same_task"_s, &RunConfig::sameTask, {u"lessons"_s, u"all"_s, u"none"_s}),
        text(u"memory.start"_s, &RunConfig::memoryStart),
        text(u"memory.set"_s, &RunConfig::memorySet),
        real(u"memory.retries"_s, &RunConfig::retryShare, 0.0, 1.0),
        onOff(u"memory.distil"_s, &RunConfig::distil),
        whole(u"memory.count"_s, &RunConfig::memoryCount, 0, 50),
        whole(u"memory.tokens"_s, &RunConfig::memoryTokens, 0, 200'000),
        whole(u"memory.capacity"_s, &RunConfig::memoryCapacity, 1, many),
        onOff(u"memory.cross_language"_s, &RunConfig::crossLanguage),
        oneOf(u"update.strategy"_s, &RunConfig::updateStrategy,
              {u"none"_s, u"autoprompt"_s, u"rl"_s, u"meta"_s, u"all"_s}),
        oneOf(u"update.search"_s, &RunConfig::search, {u"ucb1"_s, u"thompson"_s, u"gradient"_s}),
        someOf(u"update.choices"_s, &RunConfig::choices,
               {u"plan_first"_s, u"self_tests"_s, u"memories"_s, u"temperature"_s, u"tools"_s, u"attempts"_s}),
        real(u"update.cost_weight"_s, &RunConfig::costWeight, 0.0, 1.0),
        real(u"update.discount"_s, &RunConfig::discount, 0.5, 1.0),
        whole(u"update.candidates"_s, &RunConfig::candidates, 1, 16),
        onOff(u"update.rewrite"_s, &RunConfig::rewrite),
        choice(u"update.approval"_s, &RunConfig::approval, {u"automatic"_s, u"ask"_s, u"ask-large"_s}),
        real(u"update.large"_s, &RunConfig::largeUpdate, 0.0, 1.0),
        whole(u"update.prompt_tokens"_s, &RunConfig::promptTokens, 50, 200'000),
        whole(u"update.max_rules"_s, &RunConfig::maxRules, 1, 200),
        real(u"update.edit_bound"_s, &RunConfig::editBound, 0.01, 1.0),
        choice(u"safety.rule"_s, &RunConfig::safetyRule, {u"off"_s, u"window"_s, u"paired"_s, u"auto"_s}),
        real(u"safety.shadow"_s, &RunConfig::shadowShare, 0.0, 1.0),
        whole(u"safety.cool_down"_s, &RunConfig::coolDown, 0, 1000),
        onOff(u"safety.integrity"_s, &RunConfig::integrity),
        real(u"safety.trust_region"_s, &RunConfig::trustRegion, 0.0, 1.0),
        whole(u"safety.window"_s, &RunConfig::window, 5, 10'000),
        real(u"llm.temperature"_s, &RunConfig::temperature, 0.0, 2.0),
        whole(u"llm.max_tokens"_s, &RunConfig::maxTokens, 16, 1'000'000),
        text(u"llm.base_url"_s, &RunConfig::baseUrl),
        text(u"llm.adapter"_s, &RunConfig::adapter),
        whole(u"llm.timeout_s"_s, &RunConfig::timeoutS, 1, 86'400),
        text(u"llm.api_key_env"_s, &RunConfig::apiKeyEnv),
        oneOf(u"student.world"_s, &RunConfig::world,
              {u"helpful"_s, u"mixed"_s, u"adverse"_s, u"null"_s, u"drifting"_s}),
        oneOf(u"student.calibration"_s, &RunConfig::calibration, {QString(), u"humaneval"_s, u"mbpp"_s, u"mbpp-rust"_s}),
        real(u"student.harm"_s, &RunConfig::harm, -1.0, 1.0),
        oneOf(u"sandbox.kind"_s, &RunConfig::sandbox, {u"bubblewrap"_s, u"single"_s, u"container"_s, u"wasm"_s, u"none"_s}),
        text(u"sandbox.image"_s, &RunConfig::sandboxImage),
        real(u"sandbox.cpu_s"_s, &RunConfig::cpuLimitS, 0, 3600),
        whole(u"budget.tokens"_s, &RunConfig::tokenBudget, 0, std::numeric_limits<qint64>::max()),
        real(u"budget.money"_s, &RunConfig::moneyBudget, 0, 1e9),
        whole(u"budget.wall_s"_s, &RunConfig::wallBudgetS, 0, many),
        whole(u"budget.attempts"_s, &RunConfig::attemptBudget, 0, many),
    };
}

const QList<Setting> &settings()
{
    static const QList<Setting> all = runSettings() + stageSettings();
    return all;
}

QString valueText(const toml::node &node)
{
    if (const auto *value = node.as_string())
        return QString::fromStdString(value->get());
    if (const auto *value = node.as_boolean())
        return value->get() ? u"true"_s : u"false"_s;
    if (const auto *value = node.as_integer())
        return QString::number(value->get());
    if (const auto *value = node.as_floating_point())
        return QString::number(value->get(), 'g', 17);
    return {};
}

Status applyTable(RunConfig &config, const toml::table &table, const QString &prefix, const QString &path)
{
    for (const auto &[key, node] : table) {
        const QString name = prefix + QString::fromUtf8(key.str().data(), qsizetype(key.str().size()));
        Status status;
        if (const toml::table *inner = node.as_table())
            status = applyTable(config, *inner, name + u'.', path);
        else if (const Status set = setConfigValue(config, name, valueText(node)); !set)
            status = fail(ErrorKind::BadInput, u"%1:%2: %3"_s.arg(path).arg(node.source().begin.line).arg(set.error().detail));
        if (!status)
            return status;
    }
    return {};
}

} // namespace

Status setConfigValue(RunConfig &config, const QString &key, const QString &value)
{
    QStringList near;
    const QString area = key.section(u'.', 0, 0) + u'.';
    for (const Setting &setting : settings()) {
        if (setting.key.startsWith(area))
            near.append(setting.key);
        if (setting.key != key)
            continue;
        if (setting.set(config, value))
            return {};
        return fail(ErrorKind::BadUsage, u"%1 takes %2, not \"%3\"."_s.arg(key, setting.accepts, value));
    }
    const QString remedy = near.isEmpty()
        ? u"The areas are run, agent, memory, update, safety, llm, student, sandbox and budget."_s
        : u"Known here: %1."_s.arg(near.join(u", "_s));
    return fail(ErrorKind::BadUsage, u"There is no setting \"%1\". %2"_s.arg(key, remedy));
}

QList<QPair<QString, QString>> configValues(const RunConfig &config)
{
    QList<QPair<QString, QString>> values;
    for (const Setting &setting : settings())
        values.append({setting.key, setting.get(config)});
    return values;
}

Status applyConfigFile(RunConfig &config, const QString &path)
{
    std::ifstream stream(path.toStdString(), std::ios::binary);
    if (!stream)
        return fail(ErrorKind::NotFound, u"%1: cannot be read. Check the path and its permissions."_s.arg(path));
    std::stringstream content;
    content << stream.rdbuf();
    try {
        RunConfig changed = config;
        const Status status = applyTable(changed, toml::parse(content.str(), path.toStdString()), {}, path);
        if (status)
            config = changed;
        return status;
    } catch (const toml::parse_error &error) {
        return fail(ErrorKind::BadInput,
            u"%1:%2: not valid TOML: %3"_s.arg(path)
                .arg(error.source().begin.line)
                .arg(QString::fromUtf8(error.description().data(), qsizetype(error.description().size()))));
    }
}

} // namespace autodidact
