#include "core/tasks/multipleimporter.h"

#include "core/syntax/syntaxtree.h"
#include "core/tasks/jsonslices.h"
#include "core/tasks/multiplerecord.h"
#include "core/tasks/suitebuilder.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

std::optional<Language> languageOf(const QString &name)
{
    if (name == "py"_L1)
        return Language::Python;
    if (name == "rs"_L1)
        return Language::Rust;
    return languageFromString(name);
}

/// "HumanEval_23_strlen" is the problem HumanEval/23, "mbpp_3_is_not_prime" is MBPP/3.
QString groupOf(const QString &name)
{
    const QString set = name.section(u'_', 0, 0);
    const QString number = name.section(u'_', 1, 1);
    bool known = false;
    number.toInt(&known);
    if (!known)
        return name;
    return (set.compare("mbpp"_L1, Qt::CaseInsensitive) == 0 ? u"MBPP"_s : set) + u'/' + number;
}

Status addRecord(SuiteBuilder &builder, const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    Task task;
    task.key = reader.text(u"name"_s);
    task.title = task.key;
    task.group = groupOf(task.key);
    task.prefix = reader.text(u"prompt"_s);
    task.statement = task.prefix;
    task.stopTokens = reader.texts(u"stop_tokens"_s);
    task.released = u"2022-08-17"_s;
    const QString tests = reader.text(u"tests"_s);
    const QString name = reader.text(u"language"_s);
    if (const Status whole = wholeRecord(
            reader, {u"name"_s, u"language"_s, u"prompt"_s, u"tests"_s, u"stop_tokens"_s}, u"MultiPL-E"_s, file, line.number);
        !whole)
        return whole;
    const auto language = languageOf(name);
    if (!language || !hasGrammar(*language)) {
        builder.skip(file, line.number, task.key, u"its language, \"%1\", is not one that this build runs"_s.arg(name));
        return {};
    }
    task.language = *language;
    const auto reason = addMultiplETests(task, tests);
    if (!reason)
        return refuse(file, line.number, reason.error().detail);
    if (!reason->isEmpty()) {
        builder.skip(file, line.number, task.key, *reason);
        return {};
    }
    return builder.add(std::move(task), file, line.number);
}

} // namespace

Result<SuiteContent> importMultiplE(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseMultiplE(bytes, path); });
}

Result<SuiteContent> parseMultiplE(const QByteArray &bytes, const QString &file)
{
    const auto lines = parseRecords(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    SuiteBuilder builder(
        publishedSuite(u"multipl-e"_s, u"MultiPL-E"_s, u"LicenseRef-BSD-3-Clause-no-training"_s, u"2022-08-17"_s));
    for (const JsonLine &line : *lines) {
        if (const Status added = addRecord(builder, line, file); !added)
            return std::unexpected(added.error());
    }
    return builder.finish(file);
}

} // namespace autodidact
