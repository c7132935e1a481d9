#pragma once

#include "core/domain/suite.h"
#include "core/domain/toolreport.h"
#include "core/events/archive.h"

namespace autodidact {

// The fields of every noun, in the order of their declarations. `local`, `mapped` and `tolerant` are explained at ArchiveWriter.

template<typename A, Is<Reason> T>
void fields(A &a, T &x)
{
    a.tolerant("code"_L1, x.code);
    a("values"_L1, x.values);
}

template<typename A, Is<TestCase> T>
void fields(A &a, T &x)
{
    a("name"_L1, x.name);
    a("code"_L1, x.code);
    a("input"_L1, x.input);
    a("outputs"_L1, x.outputs);
}

template<typename A, Is<TestFile> T>
void fields(A &a, T &x)
{
    a("path"_L1, x.path);
    a("content"_L1, x.content);
    a("visibility"_L1, x.visibility);
}

template<typename A, Is<Limits> T>
void fields(A &a, T &x)
{
    a("cpuMs"_L1, x.cpuMs);
    a("wallMs"_L1, x.wallMs);
    a("memoryMb"_L1, x.memoryMb);
    a("processes"_L1, x.processes);
    a("fileMb"_L1, x.fileMb);
    a("outputKb"_L1, x.outputKb);
}

template<typename A, Is<Repository> T>
void fields(A &a, T &x)
{
    a("name"_L1, x.name);
    a("folder"_L1, x.folder);
    a("baseCommit"_L1, x.baseCommit);
    a("testPatch"_L1, x.testPatch);
    a("goldPatch"_L1, x.goldPatch);
    a("failToPass"_L1, x.failToPass);
    a("passToPass"_L1, x.passToPass);
    a("setUpCommands"_L1, x.setUpCommands);
    a("testCommands"_L1, x.testCommands);
    a("environment"_L1, x.environment);
}

template<typename A, Is<Task> T>
void fields(A &a, T &x)
{
    a("id"_L1, x.id);
    a("suite"_L1, x.suite);
    a("ordinal"_L1, x.ordinal);
    a("key"_L1, x.key);
    a("title"_L1, x.title);
    a("language"_L1, x.language);
    a("kind"_L1, x.kind);
    a("isolation"_L1, x.isolation);
    a("statement"_L1, x.statement);
    a("entryPoint"_L1, x.entryPoint);
    a("starter"_L1, x.starter);
    a("prefix"_L1, x.prefix);
    a("suffix"_L1, x.suffix);
    a("stopTokens"_L1, x.stopTokens);
    a("testSetup"_L1, x.testSetup);
    a("visibleTests"_L1, x.visibleTests);
    a("hiddenTests"_L1, x.hiddenTests);
    a("testFiles"_L1, x.testFiles);
    a("references"_L1, x.references);
    a("group"_L1, x.group);
    a("families"_L1, x.families);
    a("repeatOf"_L1, x.repeatOf);
    a("repeatKind"_L1, x.repeatKind);
    a("tags"_L1, x.tags);
    a("difficulty"_L1, x.difficulty);
    a("released"_L1, x.released);
    a("limits"_L1, x.limits);
    a("repository"_L1, x.repository);
}

template<typename A, Is<Suite> T>
void fields(A &a, T &x)
{
    a("id"_L1, x.id);
    a("name"_L1, x.name);
    a("version"_L1, x.version);
    a("title"_L1, x.title);
    a("description"_L1, x.description);
    a("licence"_L1, x.licence);
    a("released"_L1, x.released);
    a("format"_L1, x.format);
    a("hash"_L1, x.hash);
    a("taskCount"_L1, x.taskCount);
}

template<typename A, Is<TestResult> T>
void fields(A &a, T &x)
{
    a("name"_L1, x.name);
    a("visibility"_L1, x.visibility);
    a("status"_L1, x.status);
    a("message"_L1, x.message);
    a("exceptionType"_L1, x.exceptionType);
    a("expected"_L1, x.expected);
    a("actual"_L1, x.actual);
    a("testCode"_L1, x.testCode);
    a("line"_L1, x.line);
    a.local("cpuMs"_L1, x.cpuMs);
}

template<typename A, Is<Diagnostic> T>
void fields(A &a, T &x)
{
    a("line"_L1, x.line);
    a("column"_L1, x.column);
    a("severity"_L1, x.severity);
    a("message"_L1, x.message);
}

template<typename A, Is<Resources> T>
void fields(A &a, T &x)
{
    a("cpuMs"_L1, x.cpuMs);
    a("wallMs"_L1, x.wallMs);
    a("peakKb"_L1, x.peakKb);
}

template<typename A, Is<Verdict> T>
void fields(A &a, T &x)
{
    a("scope"_L1, x.scope);
    a("passed"_L1, x.passed);
    a("errorClass"_L1, x.errorClass);
    a("errorDetail"_L1, x.errorDetail);
    a("tests"_L1, x.tests);
    a("diagnostics"_L1, x.diagnostics);
    a("output"_L1, x.output);
    a("outputTruncated"_L1, x.outputTruncated);
    a("tampering"_L1, x.tampering);
    a("tamperingReason"_L1, x.tamperingReason);
    a("coveredLines"_L1, x.coveredLines);
    a("missedLines"_L1, x.missedLines);
    a.local("resources"_L1, x.resources);
    a("sandbox"_L1, x.sandbox);
    a.local("gear"_L1, x.gear);
    a.local("infrastructureRetries"_L1, x.infrastructureRetries);
}

template<typename A, Is<Place> T>
void fields(A &a, T &x)
{
    a("round"_L1, x.round);
    a("phase"_L1, x.phase);
    a("task"_L1, x.task);
    a("attempt"_L1, x.attempt);
}

template<typename A, Is<PromptSegment> T>
void fields(A &a, T &x)
{
    a("kind"_L1, x.kind);
    a("title"_L1, x.title);
    a("text"_L1, x.text);
    a("tokens"_L1, x.tokens);
    a("sources"_L1, x.sources);
}

template<typename A, Is<MemoryUse> T>
void fields(A &a, T &x)
{
    a.mapped("memory"_L1, x.memory);
    a("revision"_L1, x.revision);
    a("score"_L1, x.score);
    a("sameGroup"_L1, x.sameGroup);
}

template<typename A, Is<Usage> T>
void fields(A &a, T &x)
{
    a("promptTokens"_L1, x.promptTokens);
    a("completionTokens"_L1, x.completionTokens);
    a("estimated"_L1, x.estimated);
    a("cost"_L1, x.cost);
    a("calls"_L1, x.calls);
}

template<typename A, Is<Attempt> T>
void fields(A &a, T &x)
{
    a("id"_L1, x.id);
    a("run"_L1, x.run);
    a.local("place"_L1, x.place);
    a("task"_L1, x.task);
    a("split"_L1, x.split);
    a("version"_L1, x.version);
    a("prompt"_L1, x.prompt);
    a("completion"_L1, x.completion);
    a("code"_L1, x.code);
    a("selfTests"_L1, x.selfTests);
    a("memories"_L1, x.memories);
    a("usage"_L1, x.usage);
    a("finishReason"_L1, x.finishReason);
    a("modelName"_L1, x.modelName);
    a("promptCut"_L1, x.promptCut);
    a("exposure"_L1, x.exposure);
    a("exposed"_L1, x.exposed);
    a("tokenSimilarity"_L1, x.tokenSimilarity);
    a("treeSimilarity"_L1, x.treeSimilarity);
    a("predicted"_L1, x.predicted);
    a("manifest"_L1, x.manifest);
    a("startedAt"_L1, x.startedAt);
    a.local("modelMs"_L1, x.modelMs);
}

template<typename A, Is<ToolFinding> T>
void fields(A &a, T &x)
{
    a("line"_L1, x.line);
    a("column"_L1, x.column);
    a("code"_L1, x.code);
    a("message"_L1, x.message);
}

template<typename A, Is<ToolReport> T>
void fields(A &a, T &x)
{
    a("check"_L1, x.check);
    a("tool"_L1, x.tool);
    a("findings"_L1, x.findings);
}

template<typename A, Is<Lesson> T>
void fields(A &a, T &x)
{
    a("title"_L1, x.title);
    a("when"_L1, x.when);
    a("content"_L1, x.content);
}

template<typename A, Is<Reflection> T>
void fields(A &a, T &x)
{
    a("attempt"_L1, x.attempt);
    a.local("place"_L1, x.place);
    a("whatFailed"_L1, x.whatFailed);
    a("why"_L1, x.why);
    a("change"_L1, x.change);
    a("statedClass"_L1, x.statedClass);
    a("statedLines"_L1, x.statedLines);
    a("statedCause"_L1, x.statedCause);
    a("lessons"_L1, x.lessons);
    a("styleScore"_L1, x.styleScore);
    a("prose"_L1, x.prose);
    a("json"_L1, x.json);
    a("origin"_L1, x.origin);
    a("usage"_L1, x.usage);
}

template<typename A, Is<Memory> T>
void fields(A &a, T &x)
{
    a("id"_L1, x.id);
    a("set"_L1, x.set);
    a("revision"_L1, x.revision);
    a("kind"_L1, x.kind);
    a("term"_L1, x.term);
    a("origin"_L1, x.origin);
    a("state"_L1, x.state);
    a("language"_L1, x.language);
    a("title"_L1, x.title);
    a("problem"_L1, x.problem);
    a("content"_L1, x.content);
    a("group"_L1, x.group);
    a("taskKey"_L1, x.taskKey);
    a("otherGroups"_L1, x.otherGroups);
    a("tags"_L1, x.tags);
    a("pinned"_L1, x.pinned);
    a("edited"_L1, x.edited);
    a("archiveReason"_L1, x.archiveReason);
    a("supersededBy"_L1, x.supersededBy);
    a.mapped("contradicts"_L1, x.contradicts);
    a("source"_L1, x.source);
    a("createdRound"_L1, x.createdRound);
    a("visibleFromRound"_L1, x.visibleFromRound);
    a("uses"_L1, x.uses);
    a("successesAfterUse"_L1, x.successesAfterUse);
    a("lastUsedRound"_L1, x.lastUsedRound);
    a("utility"_L1, x.utility);
    a("tokens"_L1, x.tokens);
    a("createdAt"_L1, x.createdAt);
    a("reviewedAt"_L1, x.reviewedAt);
    a("why"_L1, x.why);
}

} // namespace autodidact
