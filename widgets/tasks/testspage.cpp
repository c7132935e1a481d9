#include "widgets/tasks/testspage.h"
#include "widgets/base/chooserow.h"

#include "widgets/dialogs/field.h"
#include "widgets/tasks/codeedit.h"
#include "widgets/tasks/taskwords.h"
#include "widgets/tasks/testsmodel.h"
#include "widgets/tasks/textstack.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace autodidact {

TestsPage::TestsPage(QWidget *parent)
    : TaskPage(parent)
    , m_model(new TestsModel(this))
{
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setObjectName(u"testHalves"_s);
    halves->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(halves);
    buildTable(halves);
    buildDetail(halves);
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    retranslate();
    showRow();
}

void TestsPage::changeEvent(QEvent *event)
{
    TaskPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setPalette(palette());
}

void TestsPage::show(const Task &task)
{
    m_model->setPalette(palette());
    m_model->reset(task);
    m_judged = false;
    if (m_model->rowCount() > 0)
        chooseRow(*m_table, 0);
    setKind(task.kind, task.language);
    showRow();
}

void TestsPage::write(Task &task) const
{
    m_model->write(task);
}

void TestsPage::setKind(TaskKind kind, Language language)
{
    m_model->setKind(kind);
    const bool files = kind == TaskKind::Files;
    const bool program = kind == TaskKind::Program;
    m_nameField->setName(files ? tr("Path in the work folder") : tr("Name"));
    m_codeField->setName(files ? tr("Content") : tr("Code"));
    m_form->setRowVisible(m_codeField, !program);
    m_form->setRowVisible(m_inputField, program);
    m_form->setRowVisible(m_outputsField, program);
    m_language = language;
    m_code->setLanguage(language);
    m_model->retranslate();
    showRow();
}

void TestsPage::setVisibleTests(const QList<TestCase> &tests)
{
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        if (m_model->row(row).scope == Visibility::Visible)
            m_model->remove(row);
    }
    for (const TestCase &test : tests)
        chooseRow(*m_table, m_model->add({Visibility::Visible, test, {}, {}}));
    showRow();
    Q_EMIT edited();
}

int TestsPage::current() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void TestsPage::add(Visibility scope)
{
    TestRow row;
    row.scope = scope;
    row.test.name = m_model->freeName(scope);
    chooseRow(*m_table, m_model->add(row));
    m_name->setFocus();
    m_name->selectAll();
    Q_EMIT edited();
}

void TestsPage::duplicate()
{
    if (current() < 0)
        return;
    TestRow row = m_model->row(current());
    row.test.name = m_model->freeName(row.scope);
    row.finding.reset();
    row.green = false;
    chooseRow(*m_table, m_model->add(row));
    m_name->setFocus();
    m_name->selectAll();
    Q_EMIT edited();
}

void TestsPage::remove()
{
    const int row = current();
    if (row < 0)
        return;
    m_model->remove(row);
    if (m_model->rowCount() > 0)
        chooseRow(*m_table, qMin(row, m_model->rowCount() - 1));
    showRow();
    Q_EMIT edited();
}

/// What stands in the fields becomes the chosen test.
void TestsPage::take()
{
    if (m_filling || current() < 0)
        return;
    TestRow row = m_model->row(current());
    row.test.name = m_name->text();
    row.scope = Visibility(m_scope->currentData().toInt());
    row.finding.reset();
    row.green = false;
    if (m_model->kind() == TaskKind::Files) {
        row.content = m_code->code();
    } else if (m_model->kind() == TaskKind::Program) {
        row.test.input = m_input->code();
        row.test.outputs = m_outputs->texts();
    } else {
        row.test.code = m_code->code();
    }
    m_model->set(current(), row);
    showNote();
    Q_EMIT edited();
}

void TestsPage::showRow()
{
    const bool any = current() >= 0 && current() < m_model->rowCount();
    m_detail->setVisible(any);
    m_empty->setVisible(!any);
    m_duplicate->setEnabled(any);
    m_remove->setEnabled(any);
    if (!any)
        return;
    m_filling = true;
    const TestRow &row = m_model->row(current());
    if (m_name->text() != row.test.name)
        m_name->setText(row.test.name);
    m_scope->setCurrentIndex(m_scope->findData(int(row.scope)));
    m_code->setCode(m_model->kind() == TaskKind::Files ? row.content : row.test.code);
    m_input->setCode(row.test.input);
    if (m_outputs->texts() != row.test.outputs)
        m_outputs->setTexts(row.test.outputs);
    m_filling = false;
    showNote();
}

void TestsPage::showNote()
{
    if (current() < 0 || current() >= m_model->rowCount())
        return;
    const std::optional<TaskFinding> &finding = m_model->row(current()).finding;
    const QString text = finding ? (taskwords::finding(*finding) + u'\n' + taskwords::detail(*finding)).trimmed() : QString();
    m_nameField->setProblem(finding && finding->code == FindingCode::TestNameTwice ? text : QString());
    const QString problem = finding && finding->code != FindingCode::TestNameTwice ? text : QString();
    m_codeField->setProblem(problem);
    m_outputsField->setProblem(problem);
}

void TestsPage::mark(const QList<TaskFinding> &findings)
{
    m_model->mark(findings, m_judged);
    m_judged = false;
    showNote();
}

bool TestsPage::point(const TaskFinding &finding)
{
    const int row = m_model->rowOf(finding);
    if (row >= 0) {
        chooseRow(*m_table, row);
        m_table->setFocus();
        return true;
    }
    if (finding.part != TaskPart::HiddenTests && finding.part != TaskPart::VisibleTests && finding.part != TaskPart::TestFiles)
        return false;
    m_addHidden->setFocus();
    return true;
}

} // namespace autodidact
