#include "widgets/tasks/textpage.h"

#include "widgets/base/nowheel.h"
#include "widgets/dialogs/field.h"
#include "widgets/tasks/taskwords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr std::array languages{Language::Python, Language::Java, Language::JavaScript, Language::Rust};
constexpr std::array kinds{TaskKind::Function, TaskKind::Program, TaskKind::Files, TaskKind::Repository};
constexpr std::array isolations{Isolation::Split, Isolation::InProcess};

template<typename Widget>
Widget *make(const QString &name, QWidget *parent)
{
    auto *made = new Widget(parent);
    made->setObjectName(name);
    return made;
}

} // namespace

TextPage::TextPage(QWidget *parent)
    : TaskPage(parent)
    , m_title(make<QLineEdit>(u"taskTitle"_s, this))
    , m_key(make<QLineEdit>(u"taskKey"_s, this))
    , m_language(make<QComboBox>(u"taskLanguage"_s, this))
    , m_kind(make<QComboBox>(u"taskKind"_s, this))
    , m_entryPoint(make<QLineEdit>(u"taskEntryPoint"_s, this))
    , m_isolation(make<QComboBox>(u"taskIsolation"_s, this))
    , m_statement(make<QPlainTextEdit>(u"taskStatement"_s, this))
    , m_signature(make<QPushButton>(u"fromSignature"_s, this))
    , m_issue(make<QPushButton>(u"fromIssue"_s, this))
{
    build();
    for (QLineEdit *line : {m_title, m_key, m_entryPoint})
        connect(line, &QLineEdit::textEdited, this, &TaskPage::edited);
    connect(m_statement, &QPlainTextEdit::textChanged, this, &TaskPage::edited);
    for (QComboBox *box : {m_language, m_kind, m_isolation}) {
        NoWheel::guard(box);
        connect(box, &QComboBox::currentIndexChanged, this, &TaskPage::edited);
    }
    for (QComboBox *box : {m_language, m_kind})
        connect(box, &QComboBox::currentIndexChanged, this, &TextPage::kindChanged);
    connect(m_signature, &QPushButton::clicked, this, &TextPage::signatureWanted);
    connect(m_issue, &QPushButton::clicked, this, &TextPage::issueWanted);
    retranslate();
}

void TextPage::build()
{
    for (const Language language : languages)
        m_language->addItem(taskwords::language(language), int(language));
    for (const TaskKind kind : kinds)
        m_kind->addItem(QString(), int(kind));
    for (const Isolation isolation : isolations)
        m_isolation->addItem(QString(), int(isolation));
    m_statement->setTabChangesFocus(true);
    m_statement->setMinimumHeight(5 * fontMetrics().lineSpacing());
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_titleField = new Field(form, {}, m_title, this);
    m_keyField = new Field(form, {}, m_key, this);
    m_languageField = new Field(form, {}, m_language, this);
    m_kindField = new Field(form, {}, m_kind, this);
    m_entryPointField = new Field(form, {}, m_entryPoint, this);
    m_isolationField = new Field(form, {}, m_isolation, this);
    m_statementField = new Field(form, {}, m_statement, this);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_signature, m_issue}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    form->addRow(QString(), buttons);
}

void TextPage::retranslate()
{
    const QSignalBlocker kindQuiet(m_kind);
    const QSignalBlocker isolationQuiet(m_isolation);
    m_titleField->setName(tr("&Title"));
    m_keyField->setName(tr("Ke&y"));
    m_key->setPlaceholderText(tr("for example row_of_chairs"));
    m_languageField->setName(tr("&Language"));
    m_kindField->setName(tr("K&ind"));
    m_entryPointField->setName(tr("Entry &point"));
    m_isolationField->setName(tr("Isolatio&n"));
    m_statementField->setName(tr("State&ment"));
    m_statement->setPlaceholderText(tr("What the program must do, with worked examples."));
    m_signature->setText(tr("From a si&gnature…"));
    m_signature->setToolTip(tr("Paste a signature with its docstring: entry point, starter code, statement and visible tests come from it"));
    m_issue->setText(tr("From an iss&ue…"));
    m_issue->setToolTip(tr("Paste the text or the export of an issue: it becomes a task on a repository"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, taskwords::kind(TaskKind(m_kind->itemData(i).toInt())));
    for (int i = 0; i < m_isolation->count(); ++i)
        m_isolation->setItemText(i, taskwords::isolation(Isolation(m_isolation->itemData(i).toInt())));
    setKind(kind(), language());
}

TaskKind TextPage::kind() const
{
    return TaskKind(m_kind->currentData().toInt());
}

Language TextPage::language() const
{
    return Language(m_language->currentData().toInt());
}

void TextPage::show(const Task &task)
{
    const QSignalBlocker quiet(this);
    m_title->setText(task.title);
    m_title->setCursorPosition(0);
    m_key->setText(task.key);
    m_entryPoint->setText(task.entryPoint);
    setStatement(task.statement);
    m_language->setCurrentIndex(m_language->findData(int(task.language)));
    m_kind->setCurrentIndex(m_kind->findData(int(task.kind)));
    m_isolation->setCurrentIndex(m_isolation->findData(int(task.isolation)));
    setKind(task.kind, task.language);
}

void TextPage::write(Task &task) const
{
    task.title = m_title->text().trimmed();
    task.key = m_key->text().trimmed();
    if (task.title.isEmpty())
        task.title = task.key;
    task.language = language();
    task.kind = kind();
    task.entryPoint = m_entryPoint->text().trimmed();
    task.isolation = Isolation(m_isolation->currentData().toInt());
    // What nobody touched stays as it is: an editor has no other line ends and spaces.
    task.statement = m_statement->toPlainText() == m_shown ? m_set : m_statement->toPlainText();
}

void TextPage::setKind(TaskKind kind, Language)
{
    auto *form = static_cast<QFormLayout *>(layout());
    form->setRowVisible(m_entryPointField, kind == TaskKind::Function || kind == TaskKind::Files);
    form->setRowVisible(m_isolationField, kind == TaskKind::Function);
    m_entryPointField->setNote(kind == TaskKind::Files ? tr("The program's file, such as “area.py”.") : tr("The function that the tests call."));
    m_isolationField->setNote(m_isolation->currentIndex() == 1 ? tr("Marked on every screen: a program in one process with its tests can read them.")
                                                               : QString());
    m_signature->setEnabled(kind == TaskKind::Function);
}

void TextPage::mark(const QList<TaskFinding> &findings)
{
    for (Field *field : {m_keyField, m_statementField, m_entryPointField})
        field->setProblem({});
    for (const TaskFinding &finding : findings) {
        if (finding.part == TaskPart::Key)
            m_keyField->setProblem(taskwords::finding(finding));
        else if (finding.part == TaskPart::Statement)
            m_statementField->setProblem(taskwords::finding(finding));
        else if (finding.part == TaskPart::EntryPoint)
            m_entryPointField->setProblem(taskwords::finding(finding));
    }
}

bool TextPage::point(const TaskFinding &finding)
{
    switch (finding.part) {
    case TaskPart::Key: m_key->setFocus(); return true;
    case TaskPart::Statement: m_statement->setFocus(); return true;
    case TaskPart::EntryPoint: m_entryPoint->setFocus(); return true;
    default: return false;
    }
}

void TextPage::setEntryPoint(const QString &name)
{
    m_entryPoint->setText(name);
    Q_EMIT edited();
}

void TextPage::setStatement(const QString &statement)
{
    m_set = statement;
    m_statement->setPlainText(statement);
    m_shown = m_statement->toPlainText();
}

} // namespace autodidact
