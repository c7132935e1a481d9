#include "widgets/tasks/repositorypage.h"

#include "widgets/dialogs/field.h"
#include "widgets/tasks/codeedit.h"
#include "widgets/tasks/taskwords.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

enum Row { Name, Folder, Commit, Environment, SetUp, Test, FailToPass, PassToPass, TestPatch, GoldPatch };

/// One entry a line. What was not touched stays as it is, even where an entry has lines of its own.
QStringList linesOf(const QPlainTextEdit *edit, const QStringList &shown)
{
    if (edit->toPlainText() == shown.join(u'\n'))
        return shown;
    QStringList lines;
    for (const QString &line : edit->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

} // namespace

RepositoryPage::RepositoryPage(QWidget *parent)
    : TaskPage(parent)
{
    build();
    for (QLineEdit *line : {m_name, m_folder, m_commit, m_environment})
        connect(line, &QLineEdit::textChanged, this, &TaskPage::edited);
    for (QPlainTextEdit *text : {m_setUp, m_test, m_failToPass, m_passToPass})
        connect(text, &QPlainTextEdit::textChanged, this, &TaskPage::edited);
    for (CodeEdit *patch : {m_testPatch, m_goldPatch})
        connect(patch, &CodeEdit::edited, this, &TaskPage::edited);
    connect(m_browse, &QPushButton::clicked, this, &RepositoryPage::chooseFolder);
    retranslate();
}

void RepositoryPage::build()
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto field = [&](QWidget *editor) { m_fields.append(new Field(form, {}, editor, this)); };
    const auto line = [&](const QString &name) {
        auto *made = new QLineEdit(this);
        made->setObjectName(name);
        return made;
    };
    const auto text = [&](const QString &name) {
        auto *made = new QPlainTextEdit(this);
        made->setObjectName(name);
        made->setTabChangesFocus(true);
        made->setFixedHeight(3 * fontMetrics().lineSpacing() + 12);
        field(made);
        return made;
    };
    field(m_name = line(u"repositoryName"_s));
    auto *pair = new QWidget(this);
    pair->setObjectName(u"repositoryFolderRow"_s);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    m_folder = line(u"repositoryFolder"_s);
    m_browse = new QPushButton(this);
    m_browse->setObjectName(u"repositoryBrowse"_s);
    m_browse->setAutoDefault(false);
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    pair->setFocusProxy(m_folder);
    field(pair);
    field(m_commit = line(u"repositoryCommit"_s));
    field(m_environment = line(u"repositoryEnvironment"_s));
    m_setUp = text(u"repositorySetUp"_s);
    m_test = text(u"repositoryTest"_s);
    m_failToPass = text(u"repositoryFailToPass"_s);
    m_passToPass = text(u"repositoryPassToPass"_s);
    field(m_testPatch = new CodeEdit(u"repositoryTestPatch"_s, this));
    field(m_goldPatch = new CodeEdit(u"repositoryGoldPatch"_s, this));
}

void RepositoryPage::retranslate()
{
    const QStringList names{tr("&Name"), tr("Folder of the &clone"), tr("&Base commit"), tr("&Environment"), tr("Set-&up commands"),
                            tr("&Test commands"), tr("Must turn &green"), tr("Must sta&y green"), tr("Test &patch"), tr("Acce&pted patch")};
    for (int i = 0; i < names.size(); ++i)
        m_fields.at(i)->setName(names.at(i));
    m_folder->setAccessibleName(tr("Folder of the clone"));
    m_browse->setText(tr("Choose…"));
    m_name->setPlaceholderText(tr("owner/project"));
    m_environment->setPlaceholderText(tr("python 3.13"));
    m_fields.at(SetUp)->setNote(tr("One command a line, in the work tree, before the tests."));
    m_fields.at(FailToPass)->setNote(tr("One test a line, as the test framework names it."));
    m_fields.at(TestPatch)->setNote(tr("Brings the tests that judge; applied after the attempt, never shown to the agent."));
}

void RepositoryPage::show(const Task &task)
{
    const QSignalBlocker quiet(this);
    m_shown = task.repository;
    m_name->setText(m_shown.name);
    m_folder->setText(m_shown.folder);
    m_commit->setText(m_shown.baseCommit);
    m_environment->setText(m_shown.environment);
    m_setUp->setPlainText(m_shown.setUpCommands.join(u'\n'));
    m_test->setPlainText(m_shown.testCommands.join(u'\n'));
    m_failToPass->setPlainText(m_shown.failToPass.join(u'\n'));
    m_passToPass->setPlainText(m_shown.passToPass.join(u'\n'));
    m_testPatch->setCode(m_shown.testPatch);
    m_goldPatch->setCode(m_shown.goldPatch);
}

void RepositoryPage::write(Task &task) const
{
    if (task.kind != TaskKind::Repository) {
        task.repository = {};
        return;
    }
    task.repository.name = m_name->text().trimmed();
    task.repository.folder = m_folder->text().trimmed();
    task.repository.baseCommit = m_commit->text().trimmed();
    task.repository.environment = m_environment->text().trimmed();
    task.repository.setUpCommands = linesOf(m_setUp, m_shown.setUpCommands);
    task.repository.testCommands = linesOf(m_test, m_shown.testCommands);
    task.repository.failToPass = linesOf(m_failToPass, m_shown.failToPass);
    task.repository.passToPass = linesOf(m_passToPass, m_shown.passToPass);
    task.repository.testPatch = m_testPatch->code();
    task.repository.goldPatch = m_goldPatch->code();
}

void RepositoryPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the clone"), m_folder->text());
    dialog->setObjectName(u"cloneDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void RepositoryPage::mark(const QList<TaskFinding> &findings)
{
    for (Field *field : std::as_const(m_fields))
        field->setProblem({});
    for (const TaskFinding &finding : findings) {
        const QString text = taskwords::finding(finding);
        switch (finding.code) {
        case FindingCode::NoRepositoryName: m_fields.at(Name)->setProblem(text); break;
        case FindingCode::NoFolder: m_fields.at(Folder)->setProblem(text); break;
        case FindingCode::NoBaseCommit: m_fields.at(Commit)->setProblem(text); break;
        case FindingCode::NoFailToPass: m_fields.at(FailToPass)->setProblem(text); break;
        default: break;
        }
    }
}

bool RepositoryPage::point(const TaskFinding &finding)
{
    switch (finding.code) {
    case FindingCode::NoFolder: m_folder->setFocus(); return true;
    case FindingCode::NoBaseCommit: m_commit->setFocus(); return true;
    case FindingCode::NoFailToPass: m_failToPass->setFocus(); return true;
    default: break;
    }
    if (finding.part == TaskPart::Repository)
        m_name->setFocus();
    return finding.part == TaskPart::Repository;
}

} // namespace autodidact
