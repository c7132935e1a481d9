#include "core/control/suitecommands.h"

#include "core/storage/suitestore.h"
#include "core/tasks/suiteedit.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Status notBundled(const QString &name)
{
    if (!isBundledSuite(name))
        return {};
    return fail(ErrorKind::Conflict, u"The suite \"%1\" comes with the program and stays as it is. Store your changes under another name."_s.arg(name));
}

} // namespace

Result<Suite> SuiteCommands::store(const SuiteDraft &draft)
{
    SuiteStore store(m_database);
    Suite suite = draft.suite;
    suite.name = suite.name.trimmed();
    for (const Status &checked : {checkSuiteName(suite.name), notBundled(suite.name)}) {
        if (!checked)
            return std::unexpected(checked.error());
    }
    std::optional<Suite> base;
    if (draft.base.isValid()) {
        const Result<Suite> found = store.byId(draft.base);
        if (!found)
            return found;
        base = *found;
    }
    const bool next = base && base->name == suite.name;
    suite.version = next ? nextVersion(base->version) : u"1"_s;
    if (suite.format.isEmpty())
        suite.format = u"jsonl"_s;
    const Result<SuiteContent> content = asSuiteFile(suite, draft.tasks);
    if (!content)
        return std::unexpected(content.error());
    if (!next)
        return store.add(content->suite, content->tasks);
    if (content->suite.hash == base->hash && suite.title == base->title && suite.description == base->description)
        return *base;
    return store.replace(base->id, content->suite, content->tasks);
}

Status SuiteCommands::remove(SuiteId suite)
{
    SuiteStore store(m_database);
    const Result<Suite> found = store.byId(suite);
    if (!found)
        return std::unexpected(found.error());
    const Status own = notBundled(found->name);
    return own ? store.remove(suite) : own;
}

} // namespace autodidact
