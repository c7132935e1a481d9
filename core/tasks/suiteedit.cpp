#include "core/tasks/suiteedit.h"

#include "core/tasks/importer.h"
#include "core/tasks/suitefile.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The first of NAME, NAME-2, NAME-3, … that is free.
template<typename Taken>
QString freeName(const QString &name, const Taken &isTaken)
{
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = u"%1-%2"_s.arg(name).arg(number);
    return free;
}

} // namespace

bool isBundledSuite(const QString &name)
{
    return std::ranges::any_of(bundledSuites(), [&name](const QString &path) { return path.section(u'/', -1).section(u'.', 0, 0) == name; });
}

Status checkSuiteName(const QString &name)
{
    static const QRegularExpression good(u"\\A[a-z0-9][a-z0-9_.-]*\\z"_s);
    if (good.match(name).hasMatch())
        return {};
    return fail(ErrorKind::BadInput, u"\"%1\" cannot be the name of a suite. Use small letters, digits, \"-\", \"_\" and \".\"."_s.arg(name));
}

QString nextVersion(const QString &version)
{
    static const QRegularExpression lastNumber(u"(\\d+)(\\D*)\\z"_s);
    if (version.isEmpty())
        return u"2"_s;
    const auto match = lastNumber.match(version);
    if (!match.hasMatch() || match.capturedLength(1) > 15)
        return version + u".2"_s;
    return version.first(match.capturedStart(1)) + QString::number(match.captured(1).toLongLong() + 1) + match.captured(2);
}

QString copyName(const QString &name, const QStringList &taken)
{
    return freeName(name + u"-copy"_s, [&taken](const QString &free) { return taken.contains(free) || isBundledSuite(free); });
}

QString freeKey(const QString &key, const QList<Task> &tasks)
{
    return freeName(key, [&tasks](const QString &free) { return std::ranges::any_of(tasks, [&free](const Task &task) { return task.key == free; }); });
}

QList<Task> withTask(QList<Task> tasks, const QString &replaces, const Task &task)
{
    const auto place = replaces.isEmpty() ? tasks.end() : std::ranges::find(tasks, replaces, &Task::key);
    if (place == tasks.end()) {
        tasks.append(task);
        return tasks;
    }
    const QString group = place->groupKey();
    *place = task;
    QSet<QString> followed{task.key};
    for (Task &other : tasks) {                // repeats stand behind what they repeat
        if (other.repeatOf == replaces)
            other.repeatOf = task.key;
        if (!followed.contains(other.repeatOf))
            continue;
        other.group = task.groupKey();
        followed.insert(other.key);
    }
    if (!task.repeatOf.isEmpty() && task.groupKey() != group) {
        place->repeatOf.clear();               // it left the group of the task that it repeated
        place->repeatKind = RepeatKind::None;
    }
    return tasks;
}

QList<Task> withoutTasks(const QList<Task> &tasks, const QStringList &keys)
{
    const QSet<QString> gone(keys.begin(), keys.end());
    QList<Task> left;
    for (Task task : tasks) {
        if (gone.contains(task.key))
            continue;
        if (gone.contains(task.repeatOf)) {
            task.group = task.groupKey();
            task.repeatOf.clear();
            task.repeatKind = RepeatKind::None;
        }
        left.append(std::move(task));
    }
    return left;
}

Result<SuiteContent> asSuiteFile(const Suite &suite, const QList<Task> &tasks)
{
    return parseSuite(writeSuite(suite, tasks), suite.name).transform([&suite](SuiteContent content) {
        content.suite.format = suite.format;
        return content;
    });
}

} // namespace autodidact
