#include "widgets/tasks/codepage.h"

#include "widgets/dialogs/field.h"
#include "widgets/tasks/codeedit.h"
#include "widgets/tasks/taskwords.h"
#include "widgets/tasks/textstack.h"

#include <QFormLayout>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QFormLayout *columnIn(QSplitter *halves)
{
    auto *half = new QWidget(halves);
    auto *form = new QFormLayout(half);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    return form;
}

} // namespace

CodePage::CodePage(QWidget *parent)
    : TaskPage(parent)
{
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(halves);
    QFormLayout *left = columnIn(halves);
    m_starter = new CodeEdit(u"taskStarter"_s, this);
    m_starter->setLines(6);
    m_starterField = new Field(left, {}, m_starter, this);
    m_setup = new CodeEdit(u"taskSetup"_s, this);
    m_setup->setLines(3);
    m_setupField = new Field(left, {}, m_setup, this);
    m_right = columnIn(halves);
    m_references = new TextStack(u"taskReference"_s, this);
    m_references->edit()->setLines(8);
    m_referencesField = new Field(m_right, {}, m_references, this);
    for (Field *field : {m_starterField, m_setupField, m_referencesField})
        field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    for (int half : {0, 1})
        halves->setStretchFactor(half, 1);
    halves->setSizes({10'000, 10'000});
    connect(m_starter, &CodeEdit::edited, this, &TaskPage::edited);
    connect(m_setup, &CodeEdit::edited, this, &TaskPage::edited);
    connect(m_references, &TextStack::edited, this, &TaskPage::edited);
    retranslate();
}

void CodePage::retranslate()
{
    m_starterField->setName(tr("&Starter code"));
    m_starterField->setNote(tr("What the agent begins with; red on every hidden test."));
    m_setupField->setName(tr("Test set-&up"));
    m_setupField->setNote(tr("Runs on the side of the tests before each of them."));
    m_referencesField->setName(tr("&Reference solutions"));
    m_referencesField->setNote(tr("Whole programs, each of them green on every test."));
    m_references->setWords(tr("Reference %1"), tr("Add a reference"), tr("Remove"));
}

void CodePage::show(const Task &task)
{
    m_starter->setCode(task.starter);
    m_setup->setCode(task.testSetup);
    m_references->setTexts(task.references);
    setKind(task.kind, task.language);
}

void CodePage::write(Task &task) const
{
    task.starter = m_starter->code();
    task.testSetup = m_setup->code();
    task.references.clear();
    for (const QString &reference : m_references->texts()) {
        if (!reference.trimmed().isEmpty())
            task.references.append(reference);
    }
}

void CodePage::setKind(TaskKind, Language language)
{
    for (CodeEdit *edit : {m_starter, m_setup, m_references->edit()})
        edit->setLanguage(language);
}

void CodePage::mark(const QList<TaskFinding> &findings)
{
    QString starter;
    QStringList references;
    for (const TaskFinding &finding : findings) {
        if (finding.part == TaskPart::Starter)
            starter = taskwords::finding(finding);
        else if (finding.part == TaskPart::References)
            references.append(taskwords::finding(finding));
    }
    constexpr qsizetype Shown = 3;               // the list below the pages has them all
    m_starterField->setProblem(starter);
    m_referencesField->setProblem(references.first(qMin(Shown, references.size())).join(u'\n'));
}

bool CodePage::point(const TaskFinding &finding)
{
    if (finding.part == TaskPart::Starter) {
        m_starter->setFocus();
        return true;
    }
    if (finding.part != TaskPart::References)
        return false;
    m_references->choose(finding.index);
    m_references->edit()->setFocus();
    if (finding.line > 0)
        m_references->edit()->goToLine(finding.line);
    return true;
}

void CodePage::setStarter(const QString &starter)
{
    m_starter->setCode(starter);
    Q_EMIT edited();
}

} // namespace autodidact
