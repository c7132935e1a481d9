#include "core/student/studentparameters.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/student/parameterreader.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double mostLogOdds = 20;

void read(ParameterReader reader, FaultParameters &faults)
{
    faults.temperatureFloor = reader.number(u"temperature_floor"_s, 1e-6, 2);
    faults.baseMean = reader.number(u"base_mean"_s, -mostLogOdds, mostLogOdds);
    faults.baseSd = reader.number(u"base_sd"_s, 0, mostLogOdds);
    faults.affinityWeight = reader.number(u"affinity_weight"_s, 0, mostLogOdds);
    faults.extraFamiliesMean = reader.number(u"extra_families_mean"_s, 0, 30);
    faults.mostFamilies =
        reader.whole(u"most_families"_s, 1, 10); // a program is known again by its subsets
    faults.declaredWeight = reader.number(u"declared_weight"_s, 1e-6, 1e6);
    faults.quietWeight = reader.number(u"quiet_weight"_s, 1e-6, 1e6);
    for (const QString &name : reader.texts(u"quiet_families"_s)) {
        if (const std::optional<FaultFamily> family = faultFamilyFromString(name))
            faults.quiet |= only(*family);
        else
            reader.complain(u"quiet_families"_s, u"names the unknown family \"%1\""_s.arg(name));
    }
    reader.finish();
}

void read(ParameterReader reader, WorldParameters &world)
{
    world.ruleMean = reader.number(u"rule_mean"_s, -mostLogOdds, mostLogOdds);
    world.ruleSd = reader.number(u"rule_sd"_s, 0, mostLogOdds);
    world.contraryMean = reader.number(u"contrary_mean"_s, 0, mostLogOdds);
    world.contrarySd = reader.number(u"contrary_sd"_s, 0, mostLogOdds);
    world.memory = reader.number(u"memory"_s, -mostLogOdds, mostLogOdds);
    world.diagnosis = reader.number(u"diagnosis"_s, -mostLogOdds, mostLogOdds);
    world.length = reader.number(u"length"_s, 0, mostLogOdds);
    world.irrelevant = reader.number(u"irrelevant"_s, 0, mostLogOdds);
    world.drifts = reader.flag(u"drifts"_s);
    reader.finish();
}

/// A world called null in which anything has an effect would make every test against it worthless.
void mustPlantNothing(ParameterReader &worlds, const WorldParameters &world)
{
    for (const double effect : {world.ruleMean, world.ruleSd, world.contraryMean, world.contrarySd,
             world.memory, world.diagnosis, world.length, world.irrelevant}) {
        if (effect != 0 || world.drifts)
            return worlds.complain(u"null"_s, u"must hold nothing but zeros"_s);
    }
}

void readWorlds(ParameterReader reader, StudentParameters &all)
{
    for (int kind = 0; kind < worldCount; ++kind)
        read(reader.object(toString(WorldKind(kind))), all.worlds.at(size_t(kind)));
    mustPlantNothing(reader, all.world(WorldKind::Null));
    reader.finish();
}

void read(ParameterReader reader, PromptParameters &prompt)
{
    prompt.freeTokens = reader.number(u"free_tokens"_s, 1, 1e9);
    prompt.lessonRelevance = reader.chance(u"lesson_relevance"_s);
    prompt.sameGroupRelevance = reader.chance(u"same_group_relevance"_s);
    prompt.similarRelevance = reader.chance(u"similar_relevance"_s);
    reader.finish();
}

void read(ParameterReader reader, RetryParameters &retry)
{
    retry.joiningShare = reader.chance(u"joining_share"_s);
    retry.newFaultFloor = reader.number(u"new_fault_floor"_s, 1e-6, 1);
    reader.finish();
}

void read(ParameterReader reader, ReviewParameters &review)
{
    review.rightFromClass = reader.chance(u"right_from_class"_s);
    review.rightFromAssertion = reader.chance(u"right_from_assertion"_s);
    review.rightFromValues = reader.chance(u"right_from_values"_s);
    review.lessonChance = reader.chance(u"lesson_chance"_s);
    review.styleMean = reader.number(u"style_mean"_s, 0, 10);
    review.styleSd = reader.number(u"style_sd"_s, 0, 10);
    review.brokenJsonChance = reader.chance(u"broken_json_chance"_s);
    reader.finish();
}

void read(ParameterReader reader, EditorParameters &editor)
{
    editor.mostEdits = reader.whole(u"most_edits"_s, 1, 100);
    editor.mostAdditions = reader.whole(u"most_additions"_s, 1, 100);
    editor.badRuleChance = reader.chance(u"bad_rule_chance"_s);
    editor.harmfulShare = reader.chance(u"harmful_share"_s);
    editor.dropChance = reader.chance(u"drop_chance"_s);
    reader.finish();
}

PublishedFlow publishedFlow(ParameterReader reader)
{
    PublishedFlow flow;
    flow.tasks = reader.whole(u"tasks"_s, 1, 1'000'000);
    flow.rightAtFirst = reader.whole(u"right_at_first"_s, 0, flow.tasks);
    if (reader.has(u"fixed"_s))
        flow.fixed = reader.whole(u"fixed"_s, 0, flow.tasks - flow.rightAtFirst);
    if (reader.has(u"broken"_s))
        flow.broken = reader.whole(u"broken"_s, 0, flow.rightAtFirst);
    flow.net = reader.whole(u"net"_s, -flow.tasks, flow.tasks);
    if (flow.fixed && flow.broken && *flow.fixed - *flow.broken != flow.net)
        reader.complain(u"net"_s, u"must be fixed minus broken"_s);
    reader.finish();
    return flow;
}

void readCalibrations(QList<ParameterReader> readers, StudentParameters &all)
{
    for (ParameterReader &reader : readers) {
        CalibrationPreset preset{.name = reader.text(u"name"_s)};
        preset.calibration.falseRed = reader.chance(u"false_red"_s);
        preset.calibration.falseGreen = reader.chance(u"false_green"_s);
        preset.calibration.fix = reader.chance(u"fix"_s);
        preset.calibration.spoil = reader.chance(u"spoil"_s);
        preset.published = publishedFlow(reader.object(u"published"_s));
        reader.finish();
        all.calibrations.push_back(preset);
    }
}

void readSkills(QList<ParameterReader> readers, StudentParameters &all)
{
    for (ParameterReader &reader : readers) {
        SkillPreset preset{.name = reader.text(u"name"_s)};
        preset.skill.shift = reader.number(u"shift"_s, -mostLogOdds, mostLogOdds);
        preset.skill.heat = reader.number(u"heat"_s, 1e-3, 1e3);
        preset.skill.rule = reader.number(u"rule"_s, 0, 100);
        preset.skill.memory = reader.number(u"memory"_s, 0, 100);
        preset.skill.diagnosis = reader.number(u"diagnosis"_s, 0, 100);
        preset.skill.length = reader.number(u"length"_s, 0, 100);
        preset.skill.irrelevant = reader.number(u"irrelevant"_s, 0, 100);
        preset.skill.fix = reader.number(u"fix"_s, 0, 100);
        preset.skill.spoil = reader.number(u"spoil"_s, 0, 100);
        reader.finish();
        all.skills.push_back(preset);
    }
}

template<typename Preset>
const Preset *named(const std::vector<Preset> &presets, const QString &name)
{
    const auto found = std::ranges::find(presets, name, &Preset::name);
    return found == presets.end() ? nullptr : &*found;
}

template<typename Preset>
QString namesOf(const std::vector<Preset> &presets)
{
    QStringList names;
    for (const Preset &preset : presets)
        names.append(preset.name);
    return names.join(u", "_s);
}

template<typename Preset>
bool namesDiffer(const std::vector<Preset> &presets)
{
    return std::ranges::all_of(presets, [&](const Preset &preset) {
        return std::ranges::count(presets, preset.name, &Preset::name) == 1;
    });
}

} // namespace

Result<StudentParameters> StudentParameters::bundled()
{
    QFile file(u":/student/parameters.json"_s);
    QFile texts(u":/student/families.json"_s);
    if (!file.open(QIODevice::ReadOnly) || !texts.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"The student's parameters are not built in."_s);
    Result<StudentParameters> parameters = fromJson(file.readAll());
    if (parameters)
        parameters->stamp.textsSha256 = sha256Hex(texts.readAll());
    return parameters;
}

Result<StudentParameters> StudentParameters::fromJson(const QByteArray &file)
{
    const Result<QJsonObject> json = parseJsonObject(file, u"student/parameters.json"_s);
    if (!json)
        return std::unexpected(json.error());
    QStringList problems;
    ParameterReader reader(*json, {}, problems);
    StudentParameters all;
    all.stamp = {.version = reader.whole(u"version"_s, 1, 1'000'000),
        .sha256 = sha256Hex(file),
        .textsSha256 = {}};
    reader.object(u"sources"_s);
    read(reader.object(u"faults"_s), all.faults);
    readWorlds(reader.object(u"worlds"_s), all);
    read(reader.object(u"prompt"_s), all.prompt);
    read(reader.object(u"retry"_s), all.retry);
    read(reader.object(u"review"_s), all.review);
    read(reader.object(u"editor"_s), all.editor);
    ParameterReader selfTests = reader.object(u"self_tests"_s);
    all.mostSelfTests = selfTests.whole(u"most_tests"_s, 2, 12);
    selfTests.finish();
    readCalibrations(reader.objects(u"calibrations"_s), all);
    readSkills(reader.objects(u"skills"_s), all);
    if (!namesDiffer(all.calibrations))
        reader.complain(u"calibrations"_s, u"has a name twice"_s);
    if (!namesDiffer(all.skills))
        reader.complain(u"skills"_s, u"has a name twice"_s);
    all.defaultCalibration = reader.text(u"default_calibration"_s);
    all.defaultSkill = reader.text(u"default_skill"_s);
    if (!named(all.calibrations, all.defaultCalibration))
        reader.complain(u"default_calibration"_s, u"is not one of the calibrations"_s);
    if (!named(all.skills, all.defaultSkill))
        reader.complain(u"default_skill"_s, u"is not one of the skills"_s);
    reader.finish();
    if (!problems.isEmpty())
        return fail(
            ErrorKind::BadInput, u"student/parameters.json: %1."_s.arg(problems.join(u"; "_s)));
    return all;
}

Result<Calibration> StudentParameters::calibration(const QString &name) const
{
    const CalibrationPreset *preset =
        named(calibrations, name.isEmpty() ? defaultCalibration : name);
    if (!preset)
        return fail(ErrorKind::BadUsage,
            u"The student has no calibration \"%1\": there are %2."_s.arg(
                name, namesOf(calibrations)));
    return preset->calibration;
}

Result<Skill> StudentParameters::skill(const QString &name) const
{
    const SkillPreset *preset = named(skills, name.isEmpty() ? defaultSkill : name);
    if (!preset)
        return fail(ErrorKind::BadUsage,
            u"The student has no skill \"%1\": there are %2."_s.arg(name, namesOf(skills)));
    return preset->skill;
}

} // namespace autodidact
