#include "widgets/welcome/welcomepage.h"

#include "widgets/base/theme.h"
#include "widgets/welcome/machinewords.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_sheet(new QWidget(this))
{
    setObjectName(u"welcome"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setBackgroundRole(QPalette::Base);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    m_sheet->setBackgroundRole(QPalette::Base);
    m_sheet->setAutoFillBackground(true);
    auto *centring = new QHBoxLayout(m_sheet);
    centring->setContentsMargins(24, 18, 24, 18);
    centring->addStretch(1);
    auto *page = new QWidget(m_sheet);
    page->setMaximumWidth(640);
    centring->addWidget(page, 8);
    centring->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_sheet = page;

    column->addStretch(1);
    addHead();
    column->addSpacing(16);
    m_demo = addAction(u"welcomeDemo"_s, &m_demoNote, true);
    m_mend = new QLabel(page);
    m_mend->setObjectName(u"welcomeMend"_s);
    m_mend->setTextFormat(Qt::PlainText);
    m_mend->setWordWrap(true);
    m_mend->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_mend);
    column->addSpacing(12);
    m_connect = addAction(u"welcomeConnect"_s, &m_connectNote, false);
    column->addSpacing(12);
    m_open = new QPushButton(page);
    m_open->setObjectName(u"welcomeOpen"_s);
    m_import = new QPushButton(page);
    m_import->setObjectName(u"welcomeImport"_s);
    auto *pair = new QHBoxLayout;
    pair->addWidget(m_open);
    pair->addWidget(m_import);
    pair->addStretch();
    column->addLayout(pair);
    column->addSpacing(16);
    addChecks();
    column->addStretch(2);
    scroll->setWidget(centring->parentWidget());

    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoWanted);
    connect(m_connect, &QPushButton::clicked, this, &WelcomePage::connectWanted);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(m_import, &QPushButton::clicked, this, &WelcomePage::importWanted);
    retranslate();
}

void WelcomePage::addHead()
{
    m_logo = new QLabel(m_sheet);
    m_title = new QLabel(u"Autodidact"_s, m_sheet);
    m_title->setObjectName(u"welcomeTitle"_s);
    m_languageName = new QLabel(m_sheet);
    m_language = new QComboBox(m_sheet);
    m_language->setObjectName(u"welcomeLanguage"_s);
    m_languageName->setBuddy(m_language);
    m_close = new QToolButton(m_sheet);
    m_close->setObjectName(u"welcomeClose"_s);
    m_close->setAutoRaise(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_logo);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_languageName);
    row->addWidget(m_language);
    row->addWidget(m_close);
    static_cast<QVBoxLayout *>(m_sheet->layout())->addLayout(row);
    connect(m_close, &QToolButton::clicked, this, &WelcomePage::closeWanted);
    connect(m_language, &QComboBox::activated, this, [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
}

QPushButton *WelcomePage::addAction(const QString &objectName, QLabel **note, bool primary)
{
    auto *button = new QPushButton(m_sheet);
    button->setObjectName(objectName);
    button->setDefault(primary);
    button->setMinimumWidth(260);
    *note = new QLabel(m_sheet);
    (*note)->setObjectName(objectName + u"Note"_s);
    (*note)->setTextFormat(Qt::PlainText);
    (*note)->setWordWrap(true);
    (*note)->setForegroundRole(QPalette::PlaceholderText);
    auto *column = static_cast<QVBoxLayout *>(m_sheet->layout());
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(*note);
    return button;
}

WelcomePage::Check WelcomePage::addCheck(const QString &objectName)
{
    Check check{new QLabel(m_sheet), new QLabel(m_sheet)};
    check.text->setObjectName(objectName);
    check.text->setTextFormat(Qt::PlainText);
    return check;
}

void WelcomePage::addChecks()
{
    m_sandbox = addCheck(u"welcomeSandbox"_s);
    m_python = addCheck(u"welcomePython"_s);
    m_again = new QPushButton(m_sheet);
    m_again->setObjectName(u"welcomeCheckAgain"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (const Check &check : {m_sandbox, m_python}) {
        row->addWidget(check.icon);
        row->addWidget(check.text);
        row->addSpacing(14);
    }
    row->addWidget(m_again);
    row->addStretch();
    static_cast<QVBoxLayout *>(m_sheet->layout())->addLayout(row);
    connect(m_again, &QPushButton::clicked, this, &WelcomePage::checkWanted);
}

void WelcomePage::setLanguages(const QList<QPair<QString, QString>> &languages, const QString &current)
{
    const QSignalBlocker quiet(m_language);
    m_language->clear();
    for (const auto &[code, name] : languages)
        m_language->addItem(name, code);
    m_language->setCurrentIndex(m_language->findData(current));
}

void WelcomePage::setDemoTasks(int tasks)
{
    m_tasks = tasks;
    retranslate();
}

void WelcomePage::setBusy(bool busy)
{
    m_busy = busy;
    showPossible();
}

void WelcomePage::setChecking()
{
    m_checking = true;
    showMachine();
}

void WelcomePage::setMachine(const MachineState &state)
{
    m_checking = false;
    m_machine = state;
    showMachine();
}

void WelcomePage::showMachine()
{
    const bool works = m_machine && m_machine->demoPossible();
    showPossible();
    m_again->setVisible(!m_checking && !works);
    m_mend->setVisible(!m_checking && !works);
    if (!m_machine) {
        showCheck(m_sandbox, true, tr("Looking at this computer…"));
        m_sandbox.icon->clear();
        m_python.icon->clear();
        m_python.text->clear();
        return;
    }
    showCheck(m_sandbox, m_machine->sandboxWorks(),
              m_machine->sandboxWorks() ? tr("Sandbox %1").arg(m_machine->sandbox) : tr("No sandbox"));
    showCheck(m_python, !m_machine->python.isEmpty(),
              m_machine->python.isEmpty() ? tr("No Python") : tr("Python %1").arg(m_machine->python));
    m_mend->setText(machinewords::whyNot(*m_machine));
}

/// A button that does nothing says why.
void WelcomePage::showPossible()
{
    const QString busy = m_busy ? tr("A run is live already. Stop it, or wait until it ends.") : QString();
    for (QPushButton *button : {m_connect, m_open}) {
        button->setEnabled(!m_busy);
        button->setToolTip(busy);
    }
    const bool works = m_machine && m_machine->demoPossible();
    m_demo->setEnabled(works && !m_busy);
    m_demo->setToolTip(!m_busy && m_machine && m_machine->fault ? machinewords::fault(*m_machine->fault) : busy);
}

void WelcomePage::showCheck(const Check &check, bool works, const QString &text)
{
    const int side = fontMetrics().height();
    const QColor colour = theme::stateColor(works ? ShownState::Running : ShownState::Waiting, palette());
    check.icon->setPixmap(theme::icon(works ? u"check"_s : u"warning"_s, palette(), colour).pixmap(QSize(side, side), devicePixelRatio()));
    check.text->setText(text);
}

void WelcomePage::scaleTitle()
{
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.9);
    font.setBold(true);
    m_title->setFont(font);
    const int side = QFontMetrics(font).height();
    m_logo->setPixmap(theme::icon(u"autodidact"_s, palette()).pixmap(QSize(side, side), devicePixelRatio()));
    m_close->setIcon(theme::icon(u"close"_s, palette()));
    QFont strong = this->font();
    strong.setBold(true);
    m_demo->setFont(strong);
    const int height = fontMetrics().height() + 16;
    m_demo->setMinimumHeight(height);
    m_connect->setMinimumHeight(height);
}

void WelcomePage::retranslate()
{
    m_languageName->setText(tr("Language"));
    m_close->setToolTip(tr("Close this page; Help > Welcome opens it again"));
    m_close->setAccessibleName(tr("Close this page"));
    m_demo->setText(tr("Watch the offline demo"));
    m_demoNote->setText(tr("%n tasks, 6 rounds, about 2 minutes. No key, no network. The learner is a simulated student, not a language model.", nullptr, m_tasks));
    m_connect->setText(tr("Connect a model server…"));
    m_connectNote->setText(tr("Ollama, llama.cpp, vLLM, LM Studio, OpenAI"));
    m_open->setText(tr("Open a database…"));
    m_import->setText(tr("Import a suite…"));
    m_again->setText(tr("Check again"));
    scaleTitle();
    showMachine();
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_again)
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        scaleTitle();
        showMachine();
    }
}

} // namespace autodidact
