#include "core/tasks/repositoryjson.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QJsonObject repositoryToJson(const Repository &repository)
{
    QJsonObject object;
    const auto put = [&object](const QString &key, const QJsonValue &value, bool given) {
        if (given)
            object.insert(key, value);
    };
    const auto putText = [&put](const QString &key, const QString &text) { put(key, text, !text.isEmpty()); };
    const auto putTexts = [&put](
                              const QString &key, const QStringList &texts) { put(key, toJsonArray(texts), !texts.isEmpty()); };
    putText(u"name"_s, repository.name);
    putText(u"folder"_s, repository.folder);
    putText(u"base_commit"_s, repository.baseCommit);
    putText(u"test_patch"_s, repository.testPatch);
    putText(u"gold_patch"_s, repository.goldPatch);
    putTexts(u"fail_to_pass"_s, repository.failToPass);
    putTexts(u"pass_to_pass"_s, repository.passToPass);
    putTexts(u"set_up"_s, repository.setUpCommands);
    putTexts(u"test"_s, repository.testCommands);
    putText(u"environment"_s, repository.environment);
    return object;
}

Repository repositoryFromJson(FieldReader &reader)
{
    Repository repository;
    if (!reader.has(u"repository"_s))
        return repository;
    FieldReader entry = reader.object(u"repository"_s);
    repository.name = entry.text(u"name"_s);
    repository.folder = entry.text(u"folder"_s);
    repository.baseCommit = entry.text(u"base_commit"_s);
    repository.testPatch = entry.text(u"test_patch"_s);
    repository.goldPatch = entry.text(u"gold_patch"_s);
    repository.failToPass = entry.texts(u"fail_to_pass"_s);
    repository.passToPass = entry.texts(u"pass_to_pass"_s);
    repository.setUpCommands = entry.texts(u"set_up"_s);
    repository.testCommands = entry.texts(u"test"_s);
    repository.environment = entry.text(u"environment"_s);
    if (repository.name.isEmpty() && repository.folder.isEmpty())
        entry.complain(u"\"repository\" has neither \"name\" nor \"folder\". Say which one it is."_s);
    reader.takeProblems(entry);
    return repository;
}

} // namespace autodidact
