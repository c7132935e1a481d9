#include "tests/report/reportfixture.h"

#include "core/base/random.h"

using namespace Qt::StringLiterals;

namespace autodidact {

const QString hostileText = u"</pre><script>alert('x')</script> & \"q\""_s;

namespace {

constexpr int rounds = 6;
const QList<int> versionByRound{1, 2, 3, 3, 2, 4};

void addRounds(RunFixture &run, const QList<int> &learn, const QList<int> &report, Random &random)
{
    for (int task : report)
        run.attempt(0, Phase::Baseline, task, random.chance(0.45));
    for (int number = 1; number <= rounds; ++number) {
        const int version = versionByRound[number - 1];
        Round &round = run.round(number, int(learn.size()), version);
        const double chance = (version == 3 ? 0.5 : 0.45 + 0.12 * version);
        for (int task : learn) {
            AttemptRecord &attempt = run.attempt(number, Phase::Learn, task, random.chance(chance));
            attempt.version = version;
            attempt.exposed = number > 2 && task % 9 == 0;
            attempt.tokenSimilarity = 0.3 + 0.6 * random.uniform();
            attempt.treeSimilarity = 0.4 + 0.6 * random.uniform();
            attempt.manifest = attempt.solved() ? QString() : u"{\"families\": [\"boundary\"]}"_s;
            round.solved += attempt.solved() ? 1 : 0;
            round.firstTry += attempt.solved() ? 1 : 0;
            round.exposed += attempt.solved() && attempt.exposed ? 1 : 0;
            round.attempts += 1;
            round.usage = round.usage + attempt.usage;
        }
        for (int task : report) {
            const bool solved = random.chance(chance - 0.05);
            run.attempt(number, Phase::Checkpoint, task, solved).version = version;
            round.checkpointSolved += solved ? 1 : 0;
        }
        round.checkpointTasks = int(report.size());
    }
}

PromptVersion version(int number, std::optional<int> parent, int rules)
{
    PromptVersion version;
    version.number = number;
    version.parent = parent;
    version.sections = {{u"role"_s, u"You are a programmer."_s}, {u"instructions"_s, u"Read the task. "_s + hostileText}};
    for (int i = 1; i <= rules; ++i)
        version.rules.append({u"r%1"_s.arg(i), u"Rule %1: check the ends of every range. "_s.arg(i) + hostileText, number});
    version.note = u"made in a test "_s + hostileText;
    return version;
}

void addVersions(RunRecord &record)
{
    record.versions = {version(1, std::nullopt, 0), version(2, 1, 1), version(3, 2, 3), version(4, 2, 2)};
    record.run.currentVersion = 4;
    for (int i = 1; i <= 3; ++i) {
        Update update;
        update.place = {i, Phase::Update};
        update.oldVersion = i == 3 ? 2 : i;
        update.newVersion = i + 1;
        update.edits = {{RuleEditKind::Add, {}, u"Check the ends. "_s + hostileText, u"three tasks failed at an end "_s + hostileText}};
        update.decision = Decision::Accepted;
        update.reason = u"Three reflections name the same cause. "_s + hostileText;
        update.validation = {{u"pairs"_s, 24}, {u"mean"_s, 0.04}};
        update.editShare = 0.12;
        record.updates.append(update);
    }
    record.updates.append(Update{.place = {5, Phase::Update}, .oldVersion = 2, .decision = Decision::Rejected,
                                 .reason = u"It would change 48 % of the prompt; 35 % is allowed."_s});
    record.decisions = {{.id = 1, .place = {1, Phase::Guard}, .reason = u"Within the trust region."_s},
                        {.id = 2, .place = {4, Phase::Guard}, .action = SafetyAction::RollBack, .fromVersion = 3, .toVersion = 2,
                         .reason = u"v3 stands 14.0 points below v2. "_s + hostileText}};
}

} // namespace

RunRecord reportFixture()
{
    const QString splits = QString(24, u'l') + QString(18, u's') + QString(18, u'r');
    RunFixture run(splits);
    QList<int> learn;
    QList<int> report;
    for (int task = 0; task < 60; ++task) {
        run.task(task).title = hostileText;
        if (task < 24)
            learn.append(task);
        else if (task >= 42)
            report.append(task);
    }
    Random random(3);
    addRounds(run, learn, report, random);
    addVersions(run.record);
    run.record.run.id = {7};
    run.record.run.name = u"Report fixture"_s;
    run.record.run.roundsDone = rounds;
    run.record.run.config.rounds = rounds;
    run.record.simulated = true;
    run.record.wallS = 42.25;
    run.record.tools = {{u"qt"_s, u"6.8.2"_s}, {u"python"_s, u"3.13.5 "_s + hostileText}};
    run.record.hashes = {{u"journal"_s, QString(64, u'a')}};
    for (qsizetype i = 0; i < run.record.attempts.size(); i += 11) {
        Reflection &reflection = run.reflection(run.record.attempts[i]);
        reflection.statedClass = ErrorClass::Logic;
        reflection.statedCause = i % 2 == 0 ? u"boundary"_s : u"empty input"_s;
        reflection.styleScore = 6;
    }
    return run.record;
}

} // namespace autodidact
