#include "core/runners/projects/project.h"

#include "core/runners/fileattempt.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QString programFileOf(const Execution &execution, const QString &usual)
{
    const bool path = execution.entryPoint.contains(u'/') || execution.entryPoint.section(u'.', -1) == usual.section(u'.', -1);
    return path ? execution.entryPoint : usual;
}

Result<Project> projectWithFiles(const Execution &execution, const QString &gear, const QString &usualProgramFile)
{
    Project project;
    project.gear = gear;
    project.programFile = programFileOf(execution, usualProgramFile);
    project.plan.programPath = project.programFile;
    for (const TestFile &file : execution.testFiles) {
        if (!isInsideWorkFolder(file.path))
            return fail(ErrorKind::BadInput, u"the file \"%1\" is not inside the work folder"_s.arg(file.path));
        project.plan.files << std::pair(file.path, file.content.toUtf8());
    }
    return project;
}

void addUnlessThere(Project &project, const QString &path, const QByteArray &content)
{
    if (std::ranges::none_of(project.plan.files, [&](const auto &file) { return file.first == path; }))
        project.plan.files << std::pair(path, content);
}

QStringList projectEnvironment(const QStringList &more)
{
    return QStringList{u"PATH=/usr/bin:/bin"_s, u"HOME=/work"_s, u"TMPDIR=/work"_s, u"LANG=C.UTF-8"_s, u"TZ=UTC"_s} + more;
}

} // namespace autodidact
