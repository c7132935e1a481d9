#include "core/evaluation/taskcheck.h"
#include "core/evaluation/testscope.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool hasOwnTests(TaskKind kind)
{
    return kind == TaskKind::Function || kind == TaskKind::Program;
}

bool staysBelow(const QString &path)
{
    return !path.isEmpty() && !path.startsWith(u'/') && !path.contains(u'\\') && !path.split(u'/').contains(u".."_s);
}

class Look
{
public:
    explicit Look(const Task &task) : m_task(task) {}

    QList<TaskFinding> all(const QStringList &takenKeys)
    {
        words(takenKeys);
        if (m_task.kind == TaskKind::Repository)
            repository();
        else
            judged();
        if (hasOwnTests(m_task.kind))
            tests();
        else
            files();
        return std::move(m_findings);
    }

private:
    void add(bool wrong, FindingCode code, TaskPart part)
    {
        if (wrong)
            m_findings.append({.code = code, .part = part});
    }

    void words(const QStringList &takenKeys)
    {
        static const QRegularExpression gap(u"[\\s\\x00-\\x1f]"_s);
        add(m_task.key.isEmpty(), FindingCode::NoKey, TaskPart::Key);
        add(m_task.key.contains(gap), FindingCode::BadKey, TaskPart::Key);
        add(takenKeys.contains(m_task.key), FindingCode::KeyTaken, TaskPart::Key);
        add(m_task.statement.trimmed().isEmpty(), FindingCode::NoStatement, TaskPart::Statement);
    }

    void judged()
    {
        const bool files = m_task.kind == TaskKind::Files;
        add(m_task.kind == TaskKind::Function && m_task.entryPoint.isEmpty(), FindingCode::NoEntryPoint, TaskPart::EntryPoint);
        add(!hasTests(m_task, Visibility::Hidden), FindingCode::NoHiddenTests, files ? TaskPart::TestFiles : TaskPart::HiddenTests);
        add(m_task.references.isEmpty(), FindingCode::NoReference, TaskPart::References);
    }

    void repository()
    {
        const Repository &tree = m_task.repository;
        add(tree.name.isEmpty() && tree.folder.isEmpty(), FindingCode::NoRepositoryName, TaskPart::Repository);
        add(tree.folder.isEmpty(), FindingCode::NoFolder, TaskPart::Repository);
        add(tree.baseCommit.isEmpty(), FindingCode::NoBaseCommit, TaskPart::Repository);
        add(tree.failToPass.isEmpty(), FindingCode::NoFailToPass, TaskPart::Repository);
        add(!canBeRun(tree), FindingCode::NotRunHere, TaskPart::Repository);
    }

    void tests()
    {
        QSet<QString> names;
        for (const auto &[part, scope, list] : {std::tuple(TaskPart::VisibleTests, Visibility::Visible, &m_task.visibleTests),
                                                {TaskPart::HiddenTests, Visibility::Hidden, &m_task.hiddenTests}}) {
            for (int i = 0; i < list->size(); ++i) {
                const TestCase &test = list->at(i);
                const TaskFinding found{.part = part, .index = i, .scope = scope, .test = test.name};
                if (m_task.kind == TaskKind::Program ? test.outputs.isEmpty() : test.code.trimmed().isEmpty())
                    addTest(found, FindingCode::EmptyTest);
                if (names.contains(test.name))
                    addTest(found, FindingCode::TestNameTwice);
                names.insert(test.name);
                if (part == TaskPart::VisibleTests && isHidden(test))
                    addTest(found, FindingCode::SameTest);
            }
        }
    }

    void files()
    {
        QSet<QString> paths;
        for (int i = 0; i < m_task.testFiles.size(); ++i) {
            const TestFile &file = m_task.testFiles.at(i);
            const TaskFinding found{.part = TaskPart::TestFiles, .index = i, .scope = file.visibility, .test = file.path};
            if (!staysBelow(file.path))
                addTest(found, FindingCode::BadPath);
            if (paths.contains(file.path))
                addTest(found, FindingCode::TestNameTwice);
            paths.insert(file.path);
        }
    }

    void addTest(TaskFinding finding, FindingCode code)
    {
        finding.code = code;
        m_findings.append(finding);
    }

    bool isHidden(const TestCase &visible) const
    {
        return std::ranges::any_of(m_task.hiddenTests, [&visible](const TestCase &hidden) {
            return hidden.code.trimmed() == visible.code.trimmed() && hidden.input == visible.input && hidden.outputs == visible.outputs;
        });
    }

    const Task &m_task;
    QList<TaskFinding> m_findings;
};

} // namespace

QList<TaskFinding> lookAtTask(const Task &task, const QStringList &takenKeys)
{
    return Look(task).all(takenKeys);
}

} // namespace autodidact
