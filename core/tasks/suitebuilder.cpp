#include "core/tasks/suitebuilder.h"

#include "core/base/json.h"
#include "core/tasks/taskjson.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace autodidact {

SuiteBuilder::SuiteBuilder(Suite suite)
{
    m_content.suite = std::move(suite);
}

Status SuiteBuilder::add(Task task, const QString &file, int line)
{
    const QString place = placeOf(file, line);
    if (m_places.contains(task.key)) {
        return refuse(file, line, u"the record \"%1\" was read before, at %2. Import a file that holds it once."_s
                                      .arg(task.key, m_places.value(task.key)));
    }
    m_places.insert(task.key, place);
    if (task.title.isEmpty())
        task.title = task.key;
    if (!QDate::fromString(task.released, Qt::ISODate).isValid())
        task.released.clear();
    // What is imported can be exported and read again: it is what a suite file would hold of it.
    const auto written = parseJsonObject(toJsonLine(taskToJson(task)), place);
    if (!written)
        return std::unexpected(written.error());
    ParsedTask read = taskFromJson(*written);
    if (!read.problems.isEmpty())
        return refuse(file, line, read.problems.first());
    m_content.tasks.append(std::move(read.task));
    return {};
}

void SuiteBuilder::skip(const QString &file, int line, const QString &key, const QString &reason)
{
    m_content.skipped.append(u"%1: %2: %3"_s.arg(placeOf(file, line), key, reason));
}

void SuiteBuilder::linkLanguages()
{
    QHash<QString, QString> firstOfGroup;
    for (Task &task : m_content.tasks) {
        const QString earlier = firstOfGroup.value(task.groupKey());
        if (earlier.isEmpty()) {
            firstOfGroup.insert(task.groupKey(), task.key);
        } else {
            task.repeatOf = earlier;
            task.repeatKind = RepeatKind::CrossLanguage;
        }
    }
}

Result<SuiteContent> SuiteBuilder::finish(const QString &path)
{
    if (m_content.tasks.isEmpty() && m_content.skipped.isEmpty())
        return fail(ErrorKind::BadInput,
            u"%1: it holds no record. Fetch the file again, or give the file that holds the tasks."_s.arg(path));
    if (m_content.tasks.isEmpty()) {
        constexpr qsizetype Shown = 3;
        return fail(ErrorKind::BadInput,
            u"%1: none of its %2 records can be judged. Among them:\n%3"_s.arg(path)
                .arg(m_content.skipped.size())
                .arg(m_content.skipped.first(std::min(Shown, m_content.skipped.size())).join(u'\n')));
    }
    seal(m_content);
    return std::move(m_content);
}

Suite publishedSuite(const QString &format, const QString &title, const QString &licence, const QString &released)
{
    Suite suite;
    suite.name = format;
    suite.format = format;
    suite.title = title;
    suite.licence = licence;
    suite.released = released;
    return suite;
}

std::unexpected<Error> refuse(const QString &file, int line, const QString &problem)
{
    return fail(ErrorKind::BadInput, u"%1: %2"_s.arg(placeOf(file, line), problem));
}

Status wholeRecord(FieldReader &reader, const QStringList &needed, const QString &set, const QString &file, int line)
{
    for (const QString &key : needed) {
        if (!reader.has(key))
            return refuse(file, line, u"\"%1\" is missing. A record of %2 has %3."_s.arg(key, set, needed.join(u", "_s)));
    }
    if (!reader.problems().isEmpty())
        return refuse(file, line, reader.problems().first());
    return {};
}

QString unixText(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

} // namespace autodidact
