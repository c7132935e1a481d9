#pragma once

#include "core/base/json.h"
#include "core/domain/task.h"
#include "core/llm/chatmodel.h"
#include "core/student/studentparameters.h"

#include <QFile>

namespace autodidact::fixtures {

using namespace Qt::StringLiterals;

/// As shipped.
inline const StudentParameters &parameters()
{
    static const StudentParameters all = StudentParameters::bundled().value();
    return all;
}

inline QList<TestCase> testsOf(const QJsonValue &value)
{
    QList<TestCase> tests;
    for (const QJsonValue &test : value.toArray())
        tests.append({test["name"_L1].toString(), test["code"_L1].toString()});
    return tests;
}

/// The bundled suite of a language, read without the importers, so that these tests stand on their own.
inline QList<Task> bundledSuite(Language language = Language::Python)
{
    QFile file(QStringLiteral(AUTODIDACT_SOURCE_DIR "/resources/suites/starter-%1.jsonl").arg(toString(language)));
    QList<Task> tasks;
    if (!file.open(QIODevice::ReadOnly))
        return tasks;
    while (!file.atEnd()) {
        const Result<QJsonObject> json = parseJsonObject(file.readLine(), file.fileName());
        if (!json || !json->contains("id"_L1))
            continue;
        Task task;
        task.ordinal = int(tasks.size());
        task.language = language;
        task.key = (*json)["id"_L1].toString();
        task.statement = (*json)["statement"_L1].toString();
        task.entryPoint = (*json)["entry_point"_L1].toString();
        task.starter = (*json)["starter"_L1].toString();
        task.group = (*json)["group"_L1].toString();
        task.families = toStringList((*json)["families"_L1].toArray());
        task.references = toStringList((*json)["references"_L1].toArray());
        task.visibleTests = testsOf((*json)["visible_tests"_L1]);
        task.hiddenTests = testsOf((*json)["hidden_tests"_L1]);
        tasks.append(task);
    }
    return tasks;
}

inline QString taskSection(const Task &task)
{
    return u"## Task\n%1\n\nLanguage: %3. Entry point: `%2`.\n"_s.arg(task.statement, task.entryPoint, toString(task.language));
}

/// A coder's request; \p more stands before or after the task, \p rules are bullets.
inline ChatRequest codeRequest(const Task &task, quint64 seed, double temperature = 0.2, const QStringList &rules = {},
    const QString &before = {}, const QString &after = {})
{
    QString system = u"You are a programmer. You write small, correct programs."_s;
    for (qsizetype i = 0; i < rules.size(); ++i)
        system += (i == 0 ? u"\n\n## Rules\n"_s : QString()) + u"- [r%1] %2\n"_s.arg(i + 1).arg(rules[i]);
    ChatRequest request;
    request.messages = {{ChatRole::System, system}, {ChatRole::User, before + taskSection(task) + after}};
    request.temperature = temperature;
    request.seed = seed;
    return request;
}

inline QJsonObject manifestOf(const ChatReply &reply)
{
    return parseJsonObject(reply.manifest.toUtf8(), u"manifest"_s).value_or(QJsonObject());
}

inline bool isRight(const ChatReply &reply)
{
    return manifestOf(reply)["faults"_L1].toArray().isEmpty();
}

inline QString codeOf(const ChatReply &reply, Language language = Language::Python)
{
    return reply.text.section(u"```%1\n"_s.arg(toString(language)), 1).section(u"```"_s, 0, 0);
}

inline QStringList allRemedies(const Lore &lore, qsizetype wording = 0)
{
    QStringList rules;
    for (const FaultFamily family : allFaultFamilies())
        rules.append(lore.of(family).remedies.at(wording));
    return rules;
}

} // namespace autodidact::fixtures
