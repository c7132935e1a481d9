#include "widgets/dialogs/newrundialog.h"

#include "core/storage/memorystore.h"
#include "core/storage/suitestore.h"
#include "widgets/base/theme.h"
#include "widgets/dialogs/field.h"
#include "widgets/dialogs/newrunmodel.h"
#include "widgets/dialogs/serverprobe.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

std::optional<qint64> wholeNumber(const QString &text)
{
    if (text.trimmed().isEmpty())
        return 0;
    bool ok = false;
    const qint64 number = QLocale().toLongLong(text.trimmed(), &ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

NewRunDialog::NewRunDialog(Reader &reader, QSettings &settings, QWidget *parent)
    : FittingDialog(parent)
    , m_reader(reader)
    , m_settings(settings)
    , m_base(rememberedConfig(settings))
    , m_suite(new QComboBox(this))
    , m_model(new QComboBox(this))
    , m_connect(new QPushButton(tr("Connect…"), this))
    , m_rounds(new QSpinBox(this))
    , m_attempts(new QSpinBox(this))
    , m_seed(new QLineEdit(this))
    , m_memory(new QComboBox(this))
    , m_feedback(new QComboBox(this))
    , m_selfTests(new QCheckBox(this))
    , m_budget(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_head(new QLabel(this))
    , m_estimate(new QLabel(this))
{
    setObjectName(u"newRunDialog"_s);
    setWindowTitle(tr("New run"));
    build();
    showConfig();
    load();
}

void NewRunDialog::build()
{
    auto *column = new QVBoxLayout(this);
    m_head->setObjectName(u"newRunHead"_s);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    m_head->hide();
    column->addWidget(m_head);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(8);
    column->addLayout(form);
    m_suite->setObjectName(u"suite"_s);
    m_suiteField = new Field(form, tr("Suite"), m_suite, this);
    addModelRow(form);
    addNumbers(form);
    addMemoryAndFeedback(form);
    m_estimate->setObjectName(u"estimate"_s);
    m_estimate->setTextFormat(Qt::PlainText);
    m_estimate->setWordWrap(true);
    column->addSpacing(6);
    column->addWidget(m_estimate);
    column->addStretch();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("Start"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(u"startRun"_s);
    m_start->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewRunDialog::start);
    connect(m_connect, &QPushButton::clicked, this, &NewRunDialog::connectWanted);
    for (QComboBox *box : {m_suite, m_model, m_feedback})
        connect(box, &QComboBox::currentTextChanged, this, &NewRunDialog::update);
    for (QSpinBox *box : {m_rounds, m_attempts})
        connect(box, &QSpinBox::valueChanged, this, &NewRunDialog::update);
    for (QLineEdit *line : {m_seed, m_budget, m_name})
        connect(line, &QLineEdit::textChanged, this, &NewRunDialog::update);
    setWidthInLines(34);
}

void NewRunDialog::addModelRow(QFormLayout *form)
{
    auto *pair = new QWidget(this);
    pair->setObjectName(u"modelRow"_s);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    m_model->setObjectName(u"model"_s);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setAccessibleName(tr("Model"));
    m_connect->setObjectName(u"connectModel"_s);
    m_connect->setAutoDefault(false);
    row->addWidget(m_model, 1);
    row->addWidget(m_connect);
    pair->setFocusProxy(m_model);
    m_modelField = new Field(form, tr("Model"), pair, this);
}

void NewRunDialog::addNumbers(QFormLayout *form)
{
    m_rounds->setObjectName(u"rounds"_s);
    m_rounds->setRange(0, 10'000);
    m_rounds->setSpecialValueText(tr("without an end"));
    new Field(form, tr("Rounds"), m_rounds, this);
    m_attempts->setObjectName(u"attempts"_s);
    m_attempts->setRange(1, 20);
    m_attempts->setAccessibleName(tr("Attempts per task"));
    m_selfTests->setObjectName(u"selfTests"_s);
    m_selfTests->setText(tr("With tests of their own"));
    m_selfTests->setToolTip(tr("Every attempt writes tests before its code; the report compares them with the hidden tests."));
    auto *pair = new QWidget(this);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_attempts);
    row->addWidget(m_selfTests);
    row->addStretch();
    pair->setFocusProxy(m_attempts);
    new Field(form, tr("Attempts per task"), pair, this);
    m_seed->setObjectName(u"seed"_s);
    m_seedField = new Field(form, tr("Seed"), m_seed, this);
}

void NewRunDialog::addMemoryAndFeedback(QFormLayout *form)
{
    m_memory->setObjectName(u"startingMemory"_s);
    m_memory->addItem(tr("Empty", "starting memory"), QString());
    (new Field(form, tr("Starting memory"), m_memory, this))->setNote(tr("A copy of another run's memories, as they are now."));
    m_feedback->setObjectName(u"feedback"_s);
    m_feedback->addItem(tr("Visible tests only"), int(Feedback::Visible));
    m_feedback->addItem(tr("Also whether hidden tests pass (oracle)"), int(Feedback::Verdict));
    m_feedback->addItem(tr("Also the output of hidden tests (oracle)"), int(Feedback::Hidden));
    m_feedbackField = new Field(form, tr("Feedback"), m_feedback, this);
    m_budget->setObjectName(u"budget"_s);
    m_budget->setPlaceholderText(tr("No limit"));
    m_budgetField = new Field(form, tr("Token budget"), m_budget, this);
    m_name->setObjectName(u"name"_s);
    m_name->setPlaceholderText(tr("Made from the model"));
    m_nameField = new Field(form, tr("Name (optional)"), m_name, this);
}

void NewRunDialog::takeOver(const RunConfig &config)
{
    m_head->setText(tr("A run keeps its model from start to end. This begins a new run, with the model that you choose here. "
                       "The run %1 stops; it can be continued later.").arg(config.name));
    m_head->show();
    m_base = config;
    m_base.name.clear();                 // names are unique
    showConfig();
    if (m_loaded)
        chooseBase();
    m_model->setFocus();
}

void NewRunDialog::showConfig()
{
    m_model->clear();
    m_model->addItem(tr("Simulated student (offline)"), u"student"_s);
    if (m_base.model != u"student")
        m_model->addItem(m_base.model, m_base.model);
    m_model->setCurrentIndex(m_model->count() - 1);
    m_rounds->setValue(m_base.rounds);
    m_attempts->setValue(m_base.attempts);
    m_seed->setText(QString::number(m_base.seed));
    m_feedback->setCurrentIndex(m_feedback->findData(int(m_base.feedback)));
    m_selfTests->setChecked(m_base.selfTests);
    m_budget->setText(m_base.tokenBudget > 0 ? QLocale().toString(m_base.tokenBudget) : QString());
    update();
}

void NewRunDialog::setServer(const ServerAddress &address, const QString &model)
{
    m_base.baseUrl = address.address;
    m_base.apiKeyEnv = address.keyVariable;
    if (m_model->findData(model) < 0)
        m_model->addItem(model, model);
    m_model->setCurrentIndex(m_model->findData(model));
    update();
}

void NewRunDialog::load()
{
    m_reader.ask(this, m_ticket, [](Database &database) -> Result<Choices> {
        const Result<QList<Suite>> suites = SuiteStore(database).all();
        if (!suites)
            return std::unexpected(suites.error());
        const Result<QList<MemorySet>> sets = MemoryStore(database).sets();
        if (!sets)
            return std::unexpected(sets.error());
        Choices choices{*suites, {}};
        for (const MemorySet &set : *sets)
            choices.memories.append(set.name);
        return choices;
    }, [this](Result<Choices> choices) {
        if (choices)
            showChoices(*choices);
        else
            m_suiteField->setProblem(choices.error().detail);
    });
}

void NewRunDialog::showChoices(const Choices &choices)
{
    m_loaded = true;
    m_suites = choices.suites;
    for (const Suite &suite : choices.suites)
        m_suite->addItem(tr("%1 (%n tasks)", "name of a suite", suite.taskCount).arg(suite.title.isEmpty() ? suite.name : suite.title), suite.name);
    for (const QString &name : choices.memories)
        m_memory->addItem(tr("From %1", "starting memory, name of a run").arg(name), name);
    chooseBase();
}

void NewRunDialog::chooseBase()
{
    m_suite->setCurrentIndex(qMax(0, m_suite->findData(m_base.suite)));
    m_memory->setCurrentIndex(qMax(0, m_memory->findData(m_base.memoryStart)));
    update();
}

RunConfig NewRunDialog::config() const
{
    RunConfig config = m_base;
    config.suite = m_suite->currentData().toString();
    const int row = m_model->currentIndex();
    const bool listed = row >= 0 && m_model->itemText(row) == m_model->currentText();
    config.model = listed ? m_model->itemData(row).toString() : m_model->currentText().trimmed();
    if (config.model == u"student")
        config.baseUrl.clear(), config.apiKeyEnv.clear();
    config.rounds = m_rounds->value();
    config.attempts = m_attempts->value();
    config.seed = wholeNumber(m_seed->text()).value_or(1);
    config.memoryStart = m_memory->currentData().toString();
    config.feedback = static_cast<Feedback>(m_feedback->currentData().toInt());
    config.selfTests = m_selfTests->isChecked();
    config.tokenBudget = wholeNumber(m_budget->text()).value_or(0);
    config.name = m_name->text().trimmed();
    return config;
}

void NewRunDialog::update()
{
    if (!m_start)
        return;
    const RunConfig config = this->config();
    QStringList names;
    int tasks = 0;
    for (const Suite &suite : std::as_const(m_suites)) {
        names.append(suite.name);
        if (suite.name == config.suite)
            tasks = suite.taskCount;
    }
    const ConfigProblems problems = problemsOf(config, names);
    m_suiteField->setProblem(m_loaded ? problems.value(u"run.suite"_s) : QString());
    m_modelField->setProblem(problems.value(u"run.model"_s));
    m_modelField->setNote(config.model.startsWith(u"student") ? tr("Not a language model: it needs no key and no network.") : config.baseUrl);
    m_nameField->setProblem(problems.value(u"run.name"_s));
    m_seedField->setProblem(wholeNumber(m_seed->text()) ? QString() : tr("A seed is a whole number, 0 or more."));
    m_budgetField->setProblem(wholeNumber(m_budget->text()) ? QString() : tr("A budget is a whole number of tokens; leave it empty for none."));
    m_feedbackField->setNote(config.feedback == Feedback::Visible ? QString() : tr("An oracle: the run is marked on every screen and report."));
    const bool good = m_loaded && problems.isEmpty() && !m_seedField->hasProblem() && !m_budgetField->hasProblem();
    m_start->setEnabled(good);
    m_start->setToolTip(good ? QString() : tr("Correct what is marked above first."));
    m_estimate->setText(tasks > 0 ? tr("At most %n attempts; the time is known after 5.", nullptr, mostAttempts(config, tasks)) : QString());
}

void NewRunDialog::start()
{
    const RunConfig wanted = config();
    rememberConfig(m_settings, wanted);
    Q_EMIT startWanted(wanted);
    accept();
}

} // namespace autodidact
