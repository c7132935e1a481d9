#include "core/git/githandles.h"

using namespace Qt::StringLiterals;

namespace autodidact::git {

void begin()
{
    static const int ready = [] {
        const int count = git_libgit2_init();
        for (const int level :
            {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA})
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
        // The check protects from programs that a stranger's configuration names. Nothing here runs any, and a person named the
        // folder.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        return count;
    }();
    (void)ready;
}

QString lastMessage()
{
    const git_error *error = git_error_last();
    return error && error->message ? QString::fromUtf8(error->message) : u"unknown reason"_s;
}

std::unexpected<Error> failure(const QString &what)
{
    return fail(ErrorKind::BadInput, what + u": "_s + lastMessage());
}

} // namespace autodidact::git
