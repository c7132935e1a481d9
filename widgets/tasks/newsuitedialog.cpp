#include "widgets/tasks/newsuitedialog.h"

#include "core/tasks/suiteedit.h"
#include "widgets/dialogs/field.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace autodidact {

NewSuiteDialog::NewSuiteDialog(QStringList taken, QWidget *parent)
    : FittingDialog(parent)
    , m_taken(std::move(taken))
    , m_name(new QLineEdit(this))
    , m_title(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_licence(new QLineEdit(this))
{
    setObjectName(u"newSuiteDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(u"suiteName"_s);
    m_title->setObjectName(u"suiteTitle"_s);
    m_description->setObjectName(u"suiteDescription"_s);
    m_licence->setObjectName(u"suiteLicence"_s);
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    column->addStretch();
    m_nameField = new Field(form, {}, m_name, this);
    m_titleField = new Field(form, {}, m_title, this);
    m_descriptionField = new Field(form, {}, m_description, this);
    m_licenceField = new Field(form, {}, m_licence, this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_next = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_next->setObjectName(u"writeFirstTask"_s);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &NewSuiteDialog::update);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const Suite made = suite();
        accept();                                // first: the editor opens over the window
        Q_EMIT named(made);
    });
    retranslate();
    setWidthInLines(30);
}

void NewSuiteDialog::retranslate()
{
    setWindowTitle(tr("New suite"));
    m_nameField->setName(tr("&Name"));
    m_name->setPlaceholderText(tr("my-suite"));
    m_titleField->setName(tr("&Title"));
    m_descriptionField->setName(tr("&Description"));
    m_licenceField->setName(tr("&Licence"));
    m_licence->setPlaceholderText(tr("for example CC-BY-4.0"));
    m_next->setText(tr("&Write its first task…"));
    update();
}

void NewSuiteDialog::update()
{
    const QString name = m_name->text().trimmed();
    QString problem;
    if (!name.isEmpty() && !checkSuiteName(name))
        problem = tr("Use small letters, digits, “-”, “_” and “.”.");
    else if (m_taken.contains(name))
        problem = tr("There is a suite of this name.");
    m_nameField->setProblem(problem);
    m_nameField->setNote(tr("As the command line takes it."));
    m_next->setEnabled(!name.isEmpty() && problem.isEmpty());
}

Suite NewSuiteDialog::suite() const
{
    Suite suite;
    suite.name = m_name->text().trimmed();
    suite.title = m_title->text().trimmed();
    suite.description = m_description->text().trimmed();
    suite.licence = m_licence->text().trimmed();
    return suite;
}

void NewSuiteDialog::changeEvent(QEvent *event)
{
    FittingDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace autodidact
