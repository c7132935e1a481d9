#include "widgets/base/nowheel.h"
#include "widgets/dialogs/field.h"
#include "widgets/tasks/codeedit.h"
#include "widgets/tasks/testsmodel.h"
#include "widgets/tasks/testspage.h"
#include "widgets/tasks/textstack.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace autodidact {

void TestsPage::buildTable(QSplitter *halves)
{
    auto *left = new QWidget(halves);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    m_table = new QTableView(left);
    m_table->setObjectName(u"testTable"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(TestsModel::Name, QHeaderView::Stretch);
    m_table->setMinimumWidth(12 * fontMetrics().height());
    column->addWidget(m_table, 1);
    auto *buttons = new QGridLayout;
    const auto button = [&](const QString &name, int row, int at) {
        auto *made = new QPushButton(left);
        made->setObjectName(name);
        made->setAutoDefault(false);
        buttons->addWidget(made, row, at);
        return made;
    };
    m_addVisible = button(u"addVisibleTest"_s, 0, 0);
    m_addHidden = button(u"addHiddenTest"_s, 0, 1);
    m_duplicate = button(u"duplicateTest"_s, 1, 0);
    m_remove = button(u"removeTest"_s, 1, 1);
    column->addLayout(buttons);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TestsPage::showRow);
    connect(m_addVisible, &QPushButton::clicked, this, [this] { add(Visibility::Visible); });
    connect(m_addHidden, &QPushButton::clicked, this, [this] { add(Visibility::Hidden); });
    connect(m_duplicate, &QPushButton::clicked, this, &TestsPage::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &TestsPage::remove);
}

void TestsPage::buildDetail(QSplitter *halves)
{
    auto *right = new QWidget(halves);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(6, 0, 0, 0);
    m_empty = new QLabel(right);
    m_empty->setObjectName(u"noTest"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_detail = new QWidget(right);
    column->addWidget(m_empty, 1);
    column->addWidget(m_detail, 1);
    m_form = new QFormLayout(m_detail);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_name = new QLineEdit(m_detail);
    m_name->setObjectName(u"testName"_s);
    m_scope = new QComboBox(m_detail);
    m_scope->setObjectName(u"testScope"_s);
    m_scope->addItem(QString(), int(Visibility::Visible));
    m_scope->addItem(QString(), int(Visibility::Hidden));
    NoWheel::guard(m_scope);
    m_code = new CodeEdit(u"testCode"_s, m_detail);
    m_input = new CodeEdit(u"testInput"_s, m_detail);
    m_outputs = new TextStack(u"testOutput"_s, m_detail);
    m_nameField = new Field(m_form, {}, m_name, m_detail);
    m_scopeField = new Field(m_form, {}, m_scope, m_detail);
    m_codeField = new Field(m_form, {}, m_code, m_detail);
    m_inputField = new Field(m_form, {}, m_input, m_detail);
    m_outputsField = new Field(m_form, {}, m_outputs, m_detail);
    for (Field *field : {m_codeField, m_inputField, m_outputsField})
        field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    connect(m_name, &QLineEdit::textEdited, this, &TestsPage::take);
    connect(m_scope, &QComboBox::activated, this, &TestsPage::take);
    connect(m_code, &CodeEdit::edited, this, &TestsPage::take);
    connect(m_input, &CodeEdit::edited, this, &TestsPage::take);
    connect(m_outputs, &TextStack::edited, this, &TestsPage::take);
}

void TestsPage::retranslate()
{
    m_table->setAccessibleName(tr("Tests"));
    m_addVisible->setText(tr("Add &visible"));
    m_addHidden->setText(tr("Add &hidden"));
    m_duplicate->setText(tr("D&uplicate"));
    m_remove->setText(tr("R&emove"));
    m_empty->setText(tr("No test yet. Visible tests may reach a prompt; hidden tests decide, and the agent never sees them."));
    m_scope->setItemText(0, tr("Visible: the agent may see it"));
    m_scope->setItemText(1, tr("Hidden: the agent never sees it"));
    m_scopeField->setName(tr("Visibility"));
    m_inputField->setName(tr("Standard input"));
    m_outputsField->setName(tr("Standard output"));
    m_outputs->setWords(tr("Accepted output %1"), tr("Add an output"), tr("Remove"));
    m_model->retranslate();
    setKind(m_model->kind(), m_language);
    showNote();
}

} // namespace autodidact
