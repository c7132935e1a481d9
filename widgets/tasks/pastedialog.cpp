#include "widgets/tasks/pastedialog.h"

#include "widgets/base/theme.h"
#include "widgets/tasks/codeedit.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

PasteDialog::PasteDialog(What what, std::optional<Language> language, QWidget *parent)
    : QDialog(parent)
    , m_what(what)
    , m_head(new QLabel(this))
    , m_text(new CodeEdit(u"pastedText"_s, this))
    , m_problem(new QLabel(this))
{
    setObjectName(what == What::Signature ? u"signatureDialog"_s : u"issueDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    m_text->setLanguage(language);
    m_text->setLines(8);
    m_problem->setObjectName(u"pasteProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_file = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_file->setObjectName(u"pasteFile"_s);
    m_file->setAutoDefault(false);
    m_use = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(u"usePasted"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_head);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT pasted(m_text->code()); });
    connect(m_file, &QPushButton::clicked, this, &PasteDialog::openFile);
    connect(m_text, &CodeEdit::edited, this, [this] { refuse({}); });
    refuse({});
    retranslate();
    resize(qMin(44 * fontMetrics().height(), 900), qMin(26 * fontMetrics().height(), 600));
    m_text->setFocus();
}

void PasteDialog::retranslate()
{
    const bool signature = m_what == What::Signature;
    setWindowTitle(signature ? tr("From a signature") : tr("From an issue"));
    m_head->setText(signature ? tr("Paste a function's signature with its docstring or comment. Entry point, starter code and statement come from it, and a "
                                   "visible test from each example.")
                              : tr("Paste the text of an issue, its title in the first line, or the JSON that GitHub exports. You then choose the folder "
                                   "of a local clone, and name the commit and the tests."));
    m_text->setAccessibleName(signature ? tr("Signature") : tr("Issue"));
    m_file->setText(tr("&Open a file…"));
    m_use->setText(tr("&Use this"));
}

void PasteDialog::refuse(const QString &reason)
{
    m_problem->setText(reason);
    m_problem->setVisible(!reason.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::stateColor(ShownState::Failed, palette()));
    m_problem->setPalette(colours);
    m_use->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
}

void PasteDialog::openFile()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        constexpr qint64 Most = 4 << 20;
        QFile file(path);
        if (file.size() > Most)
            refuse(tr("This file is larger than 4 MB. Export a single issue."));
        else if (!file.open(QIODevice::ReadOnly))
            refuse(tr("%1 cannot be read: %2").arg(path, file.errorString()));
        else
            m_text->setPlainText(QString::fromUtf8(file.readAll()));
    });
    dialog->open();
}

void PasteDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace autodidact
