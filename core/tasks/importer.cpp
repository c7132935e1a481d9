#include "core/tasks/importer.h"

#include "core/tasks/humanevalimporter.h"
#include "core/tasks/suitefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace autodidact {

QStringList suiteFormats()
{
    return {u"humaneval"_s, u"jsonl"_s};
}

Result<SuiteContent> importSuite(const QString &format, const QString &path)
{
    if (format == "humaneval"_L1)
        return importHumanEval(path);
    if (format == "jsonl"_L1)
        return readSuiteFile(path);
    return fail(ErrorKind::BadUsage, u"the format \"%1\" is not known. Use one of: %2."_s.arg(format, suiteFormats().join(u", "_s)));
}

QStringList bundledSuites()
{
    QStringList paths;
    const QDir folder(u":/suites"_s);
    for (const QString &name : folder.entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

} // namespace autodidact
