#include "core/experiments/studyplan.h"

#include "core/base/hash.h"
#include "core/control/runconfig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <toml++/toml.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

std::optional<StudyMeasure> measureFromString(const QString &word)
{
    static const QStringList words{u"memory"_s, u"version"_s, u"both"_s, u"retries"_s, u"safety"_s};
    const qsizetype index = words.indexOf(word);
    return index < 0 ? std::nullopt : std::optional(static_cast<StudyMeasure>(index + 1));
}

/// Takes a table's values one by one; what is left at the end is a mistake.
class Table
{
public:
    Table(const toml::table &table, QString path) : m_table(table), m_path(std::move(path)) {}

    QString text(const char *key) { return QString::fromStdString(taken(key).value_or(std::string())); }
    int number(const char *key, int standard) { return int(taken(key).value_or(qint64(standard))); }
    double real(const char *key, double standard) { return taken(key).value_or(standard); }

    QStringList texts(const char *key)
    {
        QStringList list;
        m_known.append(QString::fromLatin1(key));
        if (const toml::array *array = m_table[key].as_array()) {
            for (const toml::node &node : *array)
                list.append(QString::fromStdString(node.value_or(std::string())));
        }
        return list;
    }

    QList<QPair<QString, QString>> settings(const char *key)
    {
        QList<QPair<QString, QString>> list;
        m_known.append(QString::fromLatin1(key));
        if (const toml::table *table = m_table[key].as_table()) {
            for (const auto &[name, node] : *table)
                list.append({QString::fromUtf8(name.str().data(), qsizetype(name.str().size())), valueText(node)});
        }
        return list;
    }

    void allow(const char *key) { m_known.append(QString::fromLatin1(key)); }

    Status finish() const
    {
        for (const auto &[name, node] : m_table) {
            const QString key = QString::fromUtf8(name.str().data(), qsizetype(name.str().size()));
            if (!m_known.contains(key))
                return fault(node.source().begin.line, u"there is no key \"%1\" here. Known: %2"_s.arg(key, m_known.join(u", "_s)));
        }
        return {};
    }

    Status fault(quint32 line, const QString &what) const
    {
        return fail(ErrorKind::BadInput, u"%1:%2: %3."_s.arg(m_path).arg(line).arg(what));
    }

    quint32 line() const { return m_table.source().begin.line; }

private:
    toml::node_view<const toml::node> taken(const char *key)
    {
        m_known.append(QString::fromLatin1(key));
        return m_table[key];
    }

    static QString valueText(const toml::node &node)
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

    const toml::table &m_table;
    QString m_path;
    QStringList m_known;
};

Result<StudyArm> readArm(const toml::table &node, const QString &path)
{
    Table table(node, path);
    StudyArm arm;
    arm.name = table.text("name");
    const QString measure = table.text("measure");
    arm.against = table.text("against");
    arm.worlds = table.texts("worlds");
    arm.settings = table.settings("settings");
    const std::optional<StudyMeasure> known = measureFromString(measure);
    if (const Status finished = table.finish(); !finished)
        return std::unexpected(finished.error());
    if (arm.name.isEmpty())
        return std::unexpected(table.fault(table.line(), u"an arm needs a name"_s).error());
    if (!known) {
        return std::unexpected(table.fault(table.line(), u"arm \"%1\": measure is memory, version, both, retries or safety, not \"%2\""_s
                                                             .arg(arm.name, measure)).error());
    }
    arm.measure = *known;
    return arm;
}

Result<StudyPlan> readTable(const toml::table &node, const QString &path)
{
    Table table(node, path);
    StudyPlan plan;
    plan.name = QFileInfo(path).completeBaseName();
    plan.title = table.text("title");
    plan.question = table.text("question");
    plan.suite = table.text("suite");
    plan.worlds = table.texts("worlds");
    plan.seeds = table.number("seeds", plan.seeds);
    plan.level = table.real("level", plan.level);
    plan.laps = table.number("laps", plan.laps);
    const QString expected = table.text("expect");
    plan.expectsNothing = expected == u"nothing";
    plan.studentSha256 = table.text("student_sha256");
    plan.settings = table.settings("settings");
    table.allow("arm");
    if (const Status finished = table.finish(); !finished)
        return std::unexpected(finished.error());
    if (const toml::array *arms = node["arm"].as_array()) {
        for (const toml::node &arm : *arms) {
            const toml::table *inner = arm.as_table();
            Result<StudyArm> read = inner ? readArm(*inner, path)
                                          : Result<StudyArm>(fail(ErrorKind::BadInput, u"%1: an arm is a table [[arm]]."_s.arg(path)));
            if (!read)
                return std::unexpected(read.error());
            plan.arms.append(std::move(*read));
        }
    }
    if (!expected.isEmpty() && !plan.expectsNothing)
        return std::unexpected(table.fault(1, u"expect takes nothing, or is left out, not \"%1\""_s.arg(expected)).error());
    const bool sane = !plan.suite.isEmpty() && !plan.worlds.isEmpty() && !plan.arms.isEmpty() && plan.seeds >= 1 && plan.laps >= 1
        && plan.level > 0 && plan.level < 0.5;
    if (!sane)
        return std::unexpected(table.fault(1, u"a study needs suite, worlds, at least one [[arm]], seeds and laps from 1 on, and a level below 0.5"_s).error());
    for (const StudyArm &arm : plan.arms) {
        if (arm.measure == StudyMeasure::Retries && !plan.arm(arm.against))
            return std::unexpected(table.fault(1, u"arm \"%1\" is compared with \"%2\", which is no arm"_s.arg(arm.name, arm.against)).error());
        for (const QString &world : plan.worlds) {
            if (const auto config = plan.configOf(arm, world, 1); !config)
                return std::unexpected(table.fault(1, u"arm \"%1\": %2"_s.arg(arm.name, config.error().detail)).error());
        }
    }
    return plan;
}

} // namespace

Result<RunConfig> StudyPlan::configOf(const StudyArm &arm, const QString &world, int seed) const
{
    RunConfig config;
    config.suite = suite;
    config.seed = seed;
    config.name = u"%1-%2-%3-%4"_s.arg(name, world, arm.name).arg(seed);
    for (const auto &[key, value] : settings + arm.settings + QList<QPair<QString, QString>>{{u"student.world"_s, world}}) {
        if (const Status set = setConfigValue(config, key, value); !set)
            return std::unexpected(set.error());
    }
    if (config.rounds == 0)
        return fail(ErrorKind::BadUsage, u"run.rounds = 0 has no end, and a study needs one."_s);
    return config;
}

const StudyArm *StudyPlan::arm(const QString &wanted) const
{
    const auto found = std::ranges::find(arms, wanted, &StudyArm::name);
    return found == arms.end() ? nullptr : &*found;
}

Result<StudyPlan> readStudyPlan(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, u"%1: cannot be read: %2."_s.arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    try {
        Result<StudyPlan> plan = readTable(toml::parse(bytes.toStdString(), path.toStdString()), path);
        if (plan)
            plan->hash = sha256Hex(bytes);
        return plan;
    } catch (const toml::parse_error &error) {
        return fail(ErrorKind::BadInput, u"%1:%2: not valid TOML: %3"_s.arg(path).arg(error.source().begin.line)
                                             .arg(QString::fromUtf8(error.description().data(), qsizetype(error.description().size()))));
    }
}

QStringList bundledStudies()
{
    QStringList paths;
    const QStringList names = QDir(u":/studies"_s).entryList({u"*.toml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths.append(u":/studies/"_s + name);
    return paths;
}

} // namespace autodidact
