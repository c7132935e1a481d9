#include "core/tasks/importer.h"

#include "core/tasks/appsimporter.h"
#include "core/tasks/bugsinpyimporter.h"
#include "core/tasks/codecontestsimporter.h"
#include "core/tasks/githubissueimporter.h"
#include "core/tasks/humanevalimporter.h"
#include "core/tasks/humanevalximporter.h"
#include "core/tasks/leetcodeimporter.h"
#include "core/tasks/mbppimporter.h"
#include "core/tasks/multipleimporter.h"
#include "core/tasks/quixbugsimporter.h"
#include "core/tasks/repositoryclones.h"
#include "core/tasks/suitefile.h"
#include "core/tasks/swebenchimporter.h"

#include <QDir>

#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Format {
    QLatin1StringView name;
    Result<SuiteContent> (*import)(const QString &path);
};

constexpr std::array Formats{
    Format{"humaneval"_L1, importHumanEval},
    Format{"humaneval-x"_L1, importHumanEvalX},
    Format{"mbpp"_L1, importMbpp},
    Format{"multipl-e"_L1, importMultiplE},
    Format{"quixbugs"_L1, importQuixBugs},
    Format{"bugsinpy"_L1, importBugsInPy},
    Format{"codecontests"_L1, importCodeContests},
    Format{"apps"_L1, importApps},
    Format{"leetcode"_L1, importLeetCode},
    Format{"swe-bench"_L1, importSweBench},
    Format{"github-issue"_L1, importGithubIssue},
    Format{"jsonl"_L1, readSuiteFile},
};

SuiteContent withClones(SuiteContent content, const QString &repositories)
{
    if (repositories.isEmpty())
        return content;
    findClones(content.tasks, repositories);
    content.warnings.removeIf([](const QString &warning) { return warning.contains(clonesNeeded); });
    if (const QString missing = clonesMissing(content.tasks); !missing.isEmpty())
        content.warnings.append(missing);
    seal(content);
    return content;
}

} // namespace

QStringList suiteFormats()
{
    QStringList names;
    for (const Format &format : Formats)
        names.append(format.name);
    return names;
}

Result<SuiteContent> importSuite(const QString &format, const QString &path, const QString &repositories)
{
    for (const Format &known : Formats) {
        if (format == known.name)
            return known.import(path).transform([&repositories](SuiteContent &&content) { return withClones(std::move(content), repositories); });
    }
    return fail(
        ErrorKind::BadUsage, u"the format \"%1\" is not known. Use one of: %2."_s.arg(format, suiteFormats().join(u", "_s)));
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
