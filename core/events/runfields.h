#pragma once

#include "core/events/fields.h"

namespace autodidact {

// The fields of what belongs to a run as a whole.

template<typename A, Is<RunConfig> T>
void fields(A &a, T &x)
{
    a.local("name"_L1, x.name);   // a label: two equal runs differ in it
    a("suite"_L1, x.suite);
    a("model"_L1, x.model);
    a("seed"_L1, x.seed);
    a("rounds"_L1, x.rounds);
    a("inbox"_L1, x.inbox);
    a("folds"_L1, x.folds);
    a("fold"_L1, x.fold);
    a("split"_L1, x.split);
    a("schedule"_L1, x.schedule);
    a("batch"_L1, x.batch);
    a("checkpointEvery"_L1, x.checkpointEvery);
    a("attempts"_L1, x.attempts);
    a("feedback"_L1, x.feedback);
    a("reflection"_L1, x.reflection);
    a("selfTests"_L1, x.selfTests);
    a("tools"_L1, x.tools);
    a("predict"_L1, x.predict);
    a("memoryEnabled"_L1, x.memoryEnabled);
    a("memoryVisibility"_L1, x.memoryVisibility);
    a("sameTask"_L1, x.sameTask);
    a("memoryStart"_L1, x.memoryStart);
    a("memorySet"_L1, x.memorySet);
    a("retryShare"_L1, x.retryShare);
    a("distil"_L1, x.distil);
    a("memoryCount"_L1, x.memoryCount);
    a("memoryTokens"_L1, x.memoryTokens);
    a("memoryCapacity"_L1, x.memoryCapacity);
    a("crossLanguage"_L1, x.crossLanguage);
    a("updateStrategy"_L1, x.updateStrategy);
    a("promptTokens"_L1, x.promptTokens);
    a("maxRules"_L1, x.maxRules);
    a("editBound"_L1, x.editBound);
    a("search"_L1, x.search);
    a("choices"_L1, x.choices);
    a("costWeight"_L1, x.costWeight);
    a("discount"_L1, x.discount);
    a("candidates"_L1, x.candidates);
    a("rewrite"_L1, x.rewrite);
    a("approval"_L1, x.approval);
    a("largeUpdate"_L1, x.largeUpdate);
    a("safetyRule"_L1, x.safetyRule);
    a("shadowShare"_L1, x.shadowShare);
    a("coolDown"_L1, x.coolDown);
    a("integrity"_L1, x.integrity);
    a("trustRegion"_L1, x.trustRegion);
    a("window"_L1, x.window);
    a("temperature"_L1, x.temperature);
    a("maxTokens"_L1, x.maxTokens);
    a("baseUrl"_L1, x.baseUrl);
    a("adapter"_L1, x.adapter);
    a("timeoutS"_L1, x.timeoutS);
    a("apiKeyEnv"_L1, x.apiKeyEnv);
    a("world"_L1, x.world);
    a("calibration"_L1, x.calibration);
    a("harm"_L1, x.harm);
    a("sandbox"_L1, x.sandbox);
    a("sandboxImage"_L1, x.sandboxImage);
    a("cpuLimitS"_L1, x.cpuLimitS);
    a("tokenBudget"_L1, x.tokenBudget);
    a("moneyBudget"_L1, x.moneyBudget);
    a("wallBudgetS"_L1, x.wallBudgetS);
    a("attemptBudget"_L1, x.attemptBudget);
}

template<typename A, Is<Run> T>
void fields(A &a, T &x)
{
    a("id"_L1, x.id);
    a.local("name"_L1, x.name);
    a("suite"_L1, x.suite);
    a("memorySet"_L1, x.memorySet);
    a("config"_L1, x.config);
    a("status"_L1, x.status);
    a("statusDetail"_L1, x.statusDetail);
    a("roundsDone"_L1, x.roundsDone);
    a("currentVersion"_L1, x.currentVersion);
    a("sawHiddenTests"_L1, x.sawHiddenTests);
    a("approximate"_L1, x.approximate);
    a("createdAt"_L1, x.createdAt);
    a("finishedAt"_L1, x.finishedAt);
    a("statusWhy"_L1, x.statusWhy);
}

template<typename A, Is<SelfTestMatrix> T>
void fields(A &a, T &x)
{
    a("bothPassed"_L1, x.bothPassed);
    a("onlyOwnPassed"_L1, x.onlyOwnPassed);
    a("onlyHiddenPassed"_L1, x.onlyHiddenPassed);
    a("bothFailed"_L1, x.bothFailed);
}

template<typename A, Is<Round> T>
void fields(A &a, T &x)
{
    a("run"_L1, x.run);
    a("number"_L1, x.number);
    a("version"_L1, x.version);
    a("tasks"_L1, x.tasks);
    a("solved"_L1, x.solved);
    a("exposed"_L1, x.exposed);
    a("firstTry"_L1, x.firstTry);
    a("attempts"_L1, x.attempts);
    a("infrastructure"_L1, x.infrastructure);
    a("watchTasks"_L1, x.watchTasks);
    a("watchSolved"_L1, x.watchSolved);
    a("checkpointTasks"_L1, x.checkpointTasks);
    a("checkpointSolved"_L1, x.checkpointSolved);
    a("checkpointExposed"_L1, x.checkpointExposed);
    a("baselineSolved"_L1, x.baselineSolved);
    a("selfTests"_L1, x.selfTests);
    a("usage"_L1, x.usage);
    a("finished"_L1, x.finished);
}

template<typename A, Is<Rule> T>
void fields(A &a, T &x)
{
    a("id"_L1, x.id);
    a("text"_L1, x.text);
    a("addedIn"_L1, x.addedIn);
    a("helpful"_L1, x.helpful);
    a("harmful"_L1, x.harmful);
    a("tags"_L1, x.tags);
}

template<typename A, Is<Section> T>
void fields(A &a, T &x)
{
    a("name"_L1, x.name);
    a("text"_L1, x.text);
}

template<typename A, Is<Strategy> T>
void fields(A &a, T &x)
{
    a("planFirst"_L1, x.planFirst);
    a("selfTests"_L1, x.selfTests);
    a("memories"_L1, x.memories);
    a("temperature"_L1, x.temperature);
    a("attempts"_L1, x.attempts);
    a("tools"_L1, x.tools);
}

template<typename A, Is<PromptVersion> T>
void fields(A &a, T &x)
{
    a("run"_L1, x.run);
    a("number"_L1, x.number);
    a("parent"_L1, x.parent);
    a("origin"_L1, x.origin);
    a("sections"_L1, x.sections);
    a("rules"_L1, x.rules);
    a("strategy"_L1, x.strategy);
    a("note"_L1, x.note);
    a("pinned"_L1, x.pinned);
    a("round"_L1, x.round);
    a("createdAt"_L1, x.createdAt);
    a("crossedWith"_L1, x.crossedWith);
    a("adapter"_L1, x.adapter);
    a("noteWhy"_L1, x.noteWhy);
}

template<typename A, Is<RuleEdit> T>
void fields(A &a, T &x)
{
    a("kind"_L1, x.kind);
    a("rules"_L1, x.rules);
    a("text"_L1, x.text);
    a("reason"_L1, x.reason);
    a("why"_L1, x.why);
}

template<typename A, Is<Update> T>
void fields(A &a, T &x)
{
    a("id"_L1, x.id);
    a("run"_L1, x.run);
    a.local("place"_L1, x.place);
    a("oldVersion"_L1, x.oldVersion);
    a("newVersion"_L1, x.newVersion);
    a("origin"_L1, x.origin);
    a("edits"_L1, x.edits);
    a("sections"_L1, x.sections);
    a("strategy"_L1, x.strategy);
    a("crossedWith"_L1, x.crossedWith);
    a("evidence"_L1, x.evidence);
    a("validation"_L1, x.validation);
    a("decision"_L1, x.decision);
    a("reason"_L1, x.reason);
    a("editShare"_L1, x.editShare);
    a("usage"_L1, x.usage);
    a("why"_L1, x.why);
}

template<typename A, Is<SafetyDecision> T>
void fields(A &a, T &x)
{
    a.local("id"_L1, x.id);
    a("run"_L1, x.run);
    a.local("place"_L1, x.place);
    a("action"_L1, x.action);
    a("fromVersion"_L1, x.fromVersion);
    a("toVersion"_L1, x.toVersion);
    a("effectiveRound"_L1, x.effectiveRound);
    a("byPerson"_L1, x.byPerson);
    a("hold"_L1, x.hold);
    a("reason"_L1, x.reason);
    a("numbers"_L1, x.numbers);
    a.local("undoes"_L1, x.undoes);
    a.tolerant("code"_L1, x.code);
    a("thawRound"_L1, x.thawRound);
}

} // namespace autodidact
