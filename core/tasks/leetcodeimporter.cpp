#include "core/tasks/leetcodeimporter.h"

#include "core/tasks/checkedfunction.h"
#include "core/tasks/checksplitter.h"
#include "core/tasks/jsonslices.h"
#include "core/tasks/pythonreferences.h"
#include "core/tasks/pythonsource.h"
#include "core/tasks/statementsample.h"
#include "core/tasks/suitebuilder.h"
#include "core/tasks/topleveltests.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What the site has imported already when a solution begins.
const QString Imports =
    u"import bisect\nimport collections\nimport functools\nimport heapq\nimport itertools\nimport math\nimport random\n"
    "import re\nimport string\nfrom bisect import *\nfrom collections import *\nfrom functools import *\n"
    "from heapq import *\nfrom itertools import *\nfrom math import ceil, comb, floor, gcd, inf, isqrt, log2, sqrt\n"
    "from typing import *\n"_s;

/// The first of the keys that the record has, as a text; releases name their fields differently.
QString firstText(FieldReader &reader, const QStringList &keys)
{
    QString found;
    for (const QString &key : keys) {
        const QString text = unixText(reader.text(key));
        if (found.isEmpty())
            found = text;
    }
    return found;
}

bool definesClass(const QString &code)
{
    const auto tree = SyntaxTree::parse(Language::Python, openStarter(code).toUtf8());
    return tree && bindsAtTopLevel(*tree, "Solution");
}

QString keyOf(FieldReader &reader)
{
    const QString name = firstText(reader, {u"task_id"_s, u"slug"_s, u"title_slug"_s, u"title"_s});
    return name.isEmpty() ? QString() : u"LeetCode/"_s + name;
}

int difficultyOf(const QString &word)
{
    return word.compare("easy"_L1, Qt::CaseInsensitive) == 0 ? 2
        : word.compare("medium"_L1, Qt::CaseInsensitive) == 0 ? 3
        : word.compare("hard"_L1, Qt::CaseInsensitive) == 0 ? 4
                                                            : 0;
}

Result<QList<TestCase>> testsOf(const QString &text, const QString &entryPoint)
{
    const auto module = SyntaxTree::parse(Language::Python, text.toUtf8());
    if (module && topLevelFunction(*module, "check"))
        return splitCheck(text, entryPoint).transform([](const SplitCheck &split) { return split.tests; });
    return topLevelTests(text);
}

void addSamples(Task &task)
{
    const auto plain = [](QString text) {
        return text.replace("True"_L1, "true"_L1).replace("False"_L1, "false"_L1).replace("None"_L1, "null"_L1);
    };
    for (const TestCase &test : std::as_const(task.hiddenTests)) {
        const auto call = assertedCall(test.code);
        QStringList arguments;
        for (const QString &argument : call ? call->arguments : QStringList())
            arguments.append(plain(argument));
        if (call && isCallSample(task.statement, arguments, plain(call->value)))
            task.visibleTests.append(test);
    }
}

/// Code and statement; a prompt is either imports for the code, or the class with its statement inside.
void addTexts(Task &task, FieldReader &reader)
{
    const QString prompt = unixText(reader.text(u"prompt"_s));
    const QString described = firstText(reader, {u"problem_description"_s, u"content"_s, u"description"_s, u"question"_s});
    QString starter = firstText(reader, {u"starter_code"_s, u"code_template"_s});
    const bool promptIsCode = definesClass(prompt);
    if (starter.isEmpty() && promptIsCode)
        starter = prompt;
    const bool promptIsImports = !promptIsCode && !described.isEmpty() && prompt.contains(u"import "_s);
    task.prefix = promptIsImports ? prompt + u"\n\n"_s : Imports + u"\n\n"_s;
    task.statement = described.isEmpty() ? prompt.trimmed() : described.trimmed();
    if (!starter.isEmpty()) {
        task.starter = task.prefix + openStarter(starter.trimmed());
        if (starter != prompt)
            task.statement += u"\n\nBegin with:\n\n%1\n"_s.arg(starter.trimmed());
    }
    const QStringList solutions{
        firstText(reader, {u"completion"_s, u"canonical_solution"_s, u"python_solution"_s, u"solution"_s})};
    for (const QString &program : pythonReferences(solutions, task.prefix).programs) {
        if (definesClass(program))
            task.references.append(program);
    }
}

Status addRecord(SuiteBuilder &builder, const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    Task task;
    task.key = keyOf(reader);
    task.title = task.key.section(u'/', 1);
    task.entryPoint = u"Solution"_s;
    task.isolation = Isolation::InProcess;
    task.difficulty = difficultyOf(reader.text(u"difficulty"_s));
    const QDate date =
        QDate::fromString(firstText(reader, {u"estimated_date"_s, u"release_date"_s, u"date"_s}).left(10), Qt::ISODate);
    task.released = date.isValid() ? date.toString(Qt::ISODate) : QString();
    addTexts(task, reader);
    const QString test = unixText(reader.text(u"test"_s));
    const QString named = reader.text(u"entry_point"_s);
    if (const Status whole = wholeRecord(reader, {}, u"a LeetCode set"_s, file, line.number); !whole)
        return whole;
    if (task.key.isEmpty() || task.statement.isEmpty())
        return refuse(file, line.number,
            u"\"%1\" is missing. A record needs an id (task_id, slug or title) and a statement (problem_description, content or prompt)."_s
                .arg(task.key.isEmpty() ? u"task_id"_s : u"problem_description"_s));
    if (test.trimmed().isEmpty()) {
        builder.skip(file, line.number, task.key, u"it has no tests, so it cannot be scored"_s);
        return {};
    }
    auto tests = testsOf(test, named.isEmpty() ? task.entryPoint : named);
    if (!tests)
        return refuse(file, line.number, tests.error().detail);
    if (tests->isEmpty())
        return refuse(file, line.number, u"\"test\" asserts nothing. Fetch the file again."_s);
    task.hiddenTests = std::move(*tests);
    addSamples(task);
    return builder.add(std::move(task), file, line.number);
}

} // namespace

Result<SuiteContent> importLeetCode(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseLeetCode(bytes, path); });
}

Result<SuiteContent> parseLeetCode(const QByteArray &bytes, const QString &file)
{
    const auto lines = parseRecords(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    SuiteBuilder builder(publishedSuite(u"leetcode"_s, u"LeetCode"_s, QString(), QString()));
    for (const JsonLine &line : *lines) {
        if (const Status added = addRecord(builder, line, file); !added)
            return std::unexpected(added.error());
    }
    return builder.finish(file);
}

} // namespace autodidact
