#include "widgets/dialogs/connectdialog.h"

#include "core/llm/baseurl.h"
#include "widgets/base/theme.h"
#include "widgets/dialogs/field.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

ConnectDialog::ConnectDialog(QSettings &settings, QWidget *parent)
    : FittingDialog(parent)
    , m_settings(settings)
    , m_probe(new ServerProbe(this))
    , m_address(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_variable(new QLineEdit(this))
    , m_model(new QComboBox(this))
    , m_detect(new QPushButton(tr("Detect on this machine"), this))
    , m_test(new QPushButton(tr("Test"), this))
    , m_use(new QPushButton(tr("Use this model"), this))
    , m_cancelTest(new QPushButton(tr("Cancel"), this))
    , m_bar(new QProgressBar(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect a model server"));
    build();
    connect(m_detect, &QPushButton::clicked, this, &ConnectDialog::detect);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_use, &QPushButton::clicked, this, &ConnectDialog::use);
    connect(m_cancelTest, &QPushButton::clicked, this, [this] {
        m_probe->cancel();
        setIdle();
    });
    // What was wrong is no longer said of what is being typed.
    connect(m_address, &QComboBox::editTextChanged, this, [this] { m_addressField->setProblem({}); });
    connect(m_model, &QComboBox::editTextChanged, this, [this] { m_modelField->setProblem({}); });
    connect(m_probe, &ServerProbe::detected, this, &ConnectDialog::showDetected);
    connect(m_probe, &ServerProbe::tested, this, &ConnectDialog::showReport);
    connect(m_probe, &ServerProbe::failed, this, &ConnectDialog::showProblem);
}

void ConnectDialog::build()
{
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    column->addLayout(form);
    m_address->setObjectName(u"serverAddress"_s);
    m_address->setEditable(true);
    m_address->addItem(u"https://api.openai.com/v1"_s);
    m_address->setCurrentText(m_settings.value("connect/address").toString());
    m_address->lineEdit()->setPlaceholderText(u"http://localhost:11434"_s);
    m_addressField = new Field(form, tr("Address"), m_address, this);
    auto *row = new QHBoxLayout;
    m_detect->setObjectName(u"detectServers"_s);
    m_detect->setAutoDefault(false);
    row->addWidget(m_detect);
    row->addStretch();
    form->addRow(QString(), row);

    m_key->setObjectName(u"serverKey"_s);
    m_key->setEchoMode(QLineEdit::Password);
    (new Field(form, tr("Key (optional)"), m_key, this))->setNote(tr("Kept in memory until the program ends; never written anywhere."));
    m_variable->setObjectName(u"serverKeyVariable"_s);
    m_variable->setText(m_settings.value("connect/keyVariable").toString());
    m_variable->setPlaceholderText(u"OPENAI_API_KEY"_s);
    new Field(form, tr("or environment variable"), m_variable, this);
    m_model->setObjectName(u"serverModel"_s);
    m_model->setEditable(true);
    m_model->setCurrentText(m_settings.value("connect/model").toString());
    m_modelField = new Field(form, tr("Model"), m_model, this);
    m_modelField->setNote(tr("Test lists what the server offers."));

    m_outcome->setObjectName(u"testOutcome"_s);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->setAlignment(Qt::AlignTop);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addSpacing(4);
    column->addWidget(m_outcome);
    auto *progress = new QHBoxLayout;
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_cancelTest);
    column->addLayout(progress);
    column->addStretch(1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_test->setObjectName(u"testServer"_s);
    m_use->setObjectName(u"useModel"_s);
    m_use->setDefault(true);
    buttons->addButton(m_test, QDialogButtonBox::ActionRole);
    buttons->addButton(m_use, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setIdle();
    setWidthInLines(36);
}

ServerAddress ConnectDialog::address() const
{
    return {m_address->currentText().trimmed(), m_key->text(), m_variable->text().trimmed()};
}

QString ConnectDialog::model() const
{
    return u"openai:"_s + m_model->currentText().trimmed();
}

void ConnectDialog::setBusy(const QString &what)
{
    showOutcome(Outcome::Note, what);
    m_bar->show();
    m_cancelTest->show();
    m_detect->setEnabled(false);
    m_test->setEnabled(false);
}

/// Colour says it at a glance; the words say it too.
void ConnectDialog::showOutcome(Outcome outcome, const QString &text)
{
    QPalette colours = palette();
    if (outcome != Outcome::Note)
        colours.setColor(QPalette::WindowText, theme::stateColor(outcome == Outcome::Good ? ShownState::Running : ShownState::Failed, palette()));
    m_outcome->setPalette(colours);
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
}

QString ConnectDialog::host() const
{
    return hostOf(apiBase(address().address).value_or(address().address));
}

void ConnectDialog::setIdle()
{
    m_bar->hide();
    m_cancelTest->hide();
    m_outcome->setVisible(!m_outcome->text().isEmpty());
    m_detect->setEnabled(true);
    m_test->setEnabled(true);
}

void ConnectDialog::detect()
{
    setBusy(tr("Looking for Ollama, llama.cpp, vLLM and LM Studio on this machine…"));
    m_probe->detect();
}

void ConnectDialog::test()
{
    if (!checkAddress())
        return;
    setBusy(tr("Asking %1…").arg(host()));
    m_probe->test(address(), m_model->currentText().trimmed());
}

bool ConnectDialog::checkAddress()
{
    const QString typed = address().address;
    QString problem;
    if (typed.isEmpty())
        problem = tr("Write the address of a server, or press Detect.");
    else if (!apiBase(typed))
        problem = tr("This is no address of a model server. Write one such as http://localhost:11434 or https://api.openai.com/v1.");
    m_addressField->setProblem(problem);
    return problem.isEmpty();
}

bool ConnectDialog::checkModel()
{
    const bool named = !m_model->currentText().trimmed().isEmpty();
    m_modelField->setProblem(named ? QString() : tr("Choose a model, or type its name."));
    return named;
}

void ConnectDialog::showDetected(const QList<FoundServer> &servers)
{
    setIdle();
    if (servers.isEmpty()) {
        showOutcome(Outcome::Bad, tr("No model server answers on this machine. Start one, or type the address of another machine."));
        return;
    }
    QStringList names;
    m_address->clear();
    for (const FoundServer &server : servers) {
        m_address->addItem(server.address);
        names.append(tr("%1 at %2: %n models", nullptr, int(server.models.size())).arg(server.name, server.address));
    }
    m_address->addItem(u"https://api.openai.com/v1"_s);
    m_address->setCurrentIndex(0);
    setModels(servers.first().models, {});
    showOutcome(Outcome::Good, names.join(u'\n'));
}

void ConnectDialog::setModels(const QStringList &models, const QString &chosen)
{
    const QString typed = chosen.isEmpty() ? m_model->currentText() : chosen;
    m_model->clear();
    m_model->addItems(models);
    m_model->setCurrentText(typed.isEmpty() || (chosen.isEmpty() && !models.contains(typed)) ? models.value(0) : typed);
}

void ConnectDialog::showReport(const ServerReport &report)
{
    setIdle();
    setModels(report.models, report.model);
    const QString models = tr("%n models.", nullptr, int(report.models.size()));
    if (report.model.isEmpty())
        showOutcome(Outcome::Bad, tr("The server answers, but it offers no model. Load one there first."));
    else if (report.problem)
        showOutcome(Outcome::Bad, tr("The server answers, but the model %1 does not: %2").arg(report.model, report.problem->detail));
    else
        showOutcome(Outcome::Good, tr("%1 It works: %2 began to answer after %3 ms and was done after %4 ms.")
                               .arg(models, report.model).arg(qRound(report.firstChunkMs)).arg(qRound(report.totalMs)));
}

void ConnectDialog::showProblem(const Error &error)
{
    setIdle();
    showOutcome(Outcome::Bad, tr("The server %1 cannot be used.").arg(host()) + u'\n' + error.detail);
}

void ConnectDialog::use()
{
    const bool reachable = checkAddress();
    if (!checkModel() || !reachable)
        return;
    m_settings.setValue("connect/address", address().address);
    m_settings.setValue("connect/keyVariable", address().keyVariable);
    m_settings.setValue("connect/model", m_model->currentText().trimmed());
    Q_EMIT connected(address(), model());
    accept();
}

} // namespace autodidact
