#include "core/control/repositoryprompt.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString forms =
    u"### How to answer\n"
    "This task is a change to a repository: the forms below take the place of one program in one block. "
    "Change the files of the repository; paths are relative to its root. Use one of these forms for each change, "
    "or several of them. "
    "Either all changes are made or, when one does not fit, none.\n\n"
    "1. Search/replace: the path on a line of its own, then a block. The searched lines must stand in the file exactly once, "
    "as they are, with their indentation. A new file has nothing to search for.\n\n"
    "path/to/file.py\n<<<<<<< SEARCH\nlines as they are\n=======\nlines as they shall be\n>>>>>>> REPLACE\n\n"
    "2. A whole file, new or instead of the old one: the path on the line before a fenced block that holds all of it.\n\n"
    "path/to/file.py\n```\nthe whole content\n```\n\n"
    "3. A unified diff, as `git diff` prints it.\n\n"
    "```diff\n--- a/path/to/file.py\n+++ b/path/to/file.py\n@@ -1,2 +1,2 @@\n"
    " a line that stays\n-a line that goes\n+a line that comes\n```\n\n"
    "Tests that you cannot see decide. Changing or deleting tests does not help."_s;

} // namespace

QString fencedText(const QString &info, const QString &text)
{
    static const QRegularExpression ticks(u"`{3,}"_s);
    qsizetype longest = 2;
    for (auto match = ticks.globalMatch(text); match.hasNext();)
        longest = std::max(longest, match.next().capturedLength());
    const QString fence(longest + 1, u'`');
    return fence + info + u'\n' + text + (text.endsWith(u'\n') ? QString() : u"\n"_s) + fence;
}

QString repositoryTaskText(const Task &task, const RepositoryOutline *outline)
{
    QString text = u"## Task\n%1\n\nRepository: %2 at commit %3."_s
                       .arg(task.statement.trimmed(), task.repository.name, task.repository.baseCommit.left(12));
    if (!task.repository.environment.isEmpty())
        text += u" Environment: %1."_s.arg(task.repository.environment);
    if (outline) {
        text += u"\n\n### Files of the repository\n"_s + fencedText({}, outline->tree.join(u'\n'));
        if (!outline->files.isEmpty())
            text += u"\n\n### Files that may matter"_s;
        for (const ShownFile &file : outline->files)
            text += u"\n\n%1%2\n"_s.arg(file.path, file.whole ? QString() : u" (parts)"_s) + fencedText({}, file.text);
    }
    return text + u"\n\n"_s + forms;
}

} // namespace autodidact
