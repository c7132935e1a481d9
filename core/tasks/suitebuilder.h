#pragma once

#include "core/base/error.h"
#include "core/tasks/fieldreader.h"
#include "core/tasks/jsonlines.h"
#include "core/tasks/suitecontent.h"

#include <QHash>

namespace autodidact {

/// Gathers what an importer reads of one published set.
class SuiteBuilder
{
public:
    /// Name, format, title, licence and day of release of the set; the rest is filled in by finish().
    explicit SuiteBuilder(Suite suite);

    /// BadInput when a task with this key is there already, or it would not be valid in a suite file.
    Status add(Task task, const QString &file, int line);

    /// A record that is whole, but that this build cannot judge: \p reason says why.
    void skip(const QString &file, int line, const QString &key, const QString &reason);
    void warn(const QString &warning) { m_content.warnings.append(warning); }

    /// Marks a task whose group is there already in another language as a repeat of it.
    void linkLanguages();

    /// The suite; BadInput when no task came of \p path.
    Result<SuiteContent> finish(const QString &path);

private:
    SuiteContent m_content;
    QHash<QString, QString> m_places;
};

/// How many references an importer keeps of one task.
inline constexpr qsizetype MostReferences = 3;

/// Name, title, licence and day of release of a published set; name and format are the same word.
Suite publishedSuite(const QString &format, const QString &title, const QString &licence, const QString &released);

/// BadInput with the place in front.
std::unexpected<Error> refuse(const QString &file, int line, const QString &problem);

/// Whether every key is there and the reader found nothing wrong so far; \p set names the data set in the message.
Status wholeRecord(FieldReader &reader, const QStringList &needed, const QString &set, const QString &file, int line);

/// A text with CRLF and CR made LF.
QString unixText(QString text);

} // namespace autodidact
