#include "widgets/memory/creditdialog.h"

#include "core/storage/eventstore.h"
#include "widgets/base/errortext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString points(double share)
{
    return QLocale().toString(100 * share, 'f', 1);
}

QString resultOf(const Credit &credit)
{
    if (credit.pairs == 0)
        return CreditDialog::tr("No pair has a verdict.");
    const Estimate difference = credit.difference();
    QString text = CreditDialog::tr("%n pair(s): solved with it alone %1, without it alone %2.", nullptr, credit.pairs)
                       .arg(QLocale().toString(credit.helped), QLocale().toString(credit.harmed));
    text += u'\n' + CreditDialog::tr("Difference %1 points (95 %: %2 to %3), McNemar test p = %4.")
                        .arg(points(difference.value), points(difference.low), points(difference.high), QLocale().toString(credit.p(), 'g', 2));
    if (credit.faults > 0)
        text += u'\n' + CreditDialog::tr("%n pair(s) without a verdict, by a fault of this machine.", nullptr, credit.faults);
    return text;
}

/// The newest measurement of a memory in the run's journal.
Result<std::optional<Credit>> lastCredit(Database &database, RunId run, MemoryId memory)
{
    return EventStore(database).ofKind(run, EventKind::CreditMeasured).transform([memory](const QList<Event> &events) {
        std::optional<Credit> last;
        for (const Event &event : events) {
            if (const auto &measured = std::get<CreditMeasured>(event.payload); measured.memory == memory)
                last = creditOf(measured);
        }
        return last;
    });
}

Result<Credit> measured(const SessionParts &parts, const CreditPlan &plan, std::stop_token stop, const CreditMeter::Progress &progress)
{
    const Result<RunModels> models = parts.makeModels(plan.config, plan.tasks);
    if (!models)
        return std::unexpected(models.error());
    const Result<std::unique_ptr<Runner>> runner = parts.makeRunner(plan.config, 1);
    if (!runner)
        return std::unexpected(runner.error());
    const Judge judge(**runner);
    return CreditMeter(*models->coder, judge).measure(plan, stop, progress);
}

QLabel *makeText(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

CreditDialog::CreditDialog(Services &services, RunId run, const Memory &memory, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_run(run)
    , m_memory(memory)
    , m_what(makeText(u"creditWhat"_s, this))
    , m_draws(new QSpinBox(this))
    , m_progress(new QProgressBar(this))
    , m_result(makeText(u"creditResult"_s, this))
    , m_measure(new QPushButton(tr("Measure"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"creditDialog"_s);
    setWindowTitle(tr("Measure credit"));
    build();
    prepare();
}

CreditDialog::~CreditDialog()
{
    m_thread.request_stop();
}

void CreditDialog::build()
{
    auto *title = makeText(u"creditTitle"_s, this);
    title->setText(m_memory.title);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_draws->setObjectName(u"creditDraws"_s);
    m_draws->setRange(0, 20);
    m_draws->setValue(1);
    m_progress->setVisible(false);
    m_measure->setObjectName(u"creditMeasure"_s);
    m_measure->setEnabled(false);
    m_cancel->setObjectName(u"creditCancel"_s);
    auto *form = new QFormLayout;
    form->addRow(tr("Further draws of both"), m_draws);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->addButton(m_measure, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::ActionRole);
    m_cancel->setVisible(false);     // the box shows what it is given
    auto *column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(m_what);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_result, 1);
    column->addWidget(buttons);
    m_result->setMinimumHeight(4 * fontMetrics().lineSpacing());
    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(m_draws, &QSpinBox::valueChanged, this, &CreditDialog::prepare);
    connect(m_measure, &QPushButton::clicked, this, &CreditDialog::measure);
    connect(m_cancel, &QPushButton::clicked, this, &CreditDialog::cancel);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(520, 300);
}

void CreditDialog::prepare()
{
    m_services.reader.ask(this, m_ticket, [run = m_run, memory = m_memory.id, draws = m_draws->value()](Database &database) -> Result<Before> {
        const Result<CreditPlan> plan = planCredit(database, run, memory, draws);
        const Result<std::optional<Credit>> last = lastCredit(database, run, memory);
        if (!plan || !last)
            return std::unexpected(plan ? last.error() : plan.error());
        return Before{*plan, *last};
    }, [this](const Result<Before> &before) { display(before); });
}

void CreditDialog::display(const Result<Before> &before)
{
    m_plan = before ? std::optional(before->plan) : std::nullopt;
    m_measure->setEnabled(m_plan && !m_plan->cases.isEmpty());
    if (!before) {
        m_what->setText(before.error().kind == ErrorKind::NotFound ? tr("No attempt of this run carried it.") : before.error().detail);
        return;
    }
    QString what = tr("%n attempt(s) of learn tasks carried it.", nullptr, int(m_plan->cases.size())) + u' '
        + tr("Measuring takes %n call(s) of the model, about %1 tokens.", nullptr, m_plan->calls()).arg(QLocale().toString(m_plan->tokens()));
    if (m_plan->leftOut > 0)
        what += u' ' + tr("%n more cannot be made again.", nullptr, m_plan->leftOut);
    m_what->setText(what);
    if (before->last && m_result->text().isEmpty())
        m_result->setText(tr("Measured before:") + u'\n' + resultOf(*before->last));
}

void CreditDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_measure->setVisible(!busy);
    m_draws->setEnabled(!busy);
}

void CreditDialog::measure()
{
    setBusy(true);
    m_result->clear();
    m_progress->setRange(0, m_plan->calls());
    m_progress->setValue(0);
    auto progress = [this](int done, int total) {
        QMetaObject::invokeMethod(m_progress, [bar = m_progress, done, total] {
            bar->setMaximum(total);
            bar->setValue(done);
        }, Qt::QueuedConnection);
    };
    auto reply = inGuiThread<Credit>(this, [this](const Result<Credit> &credit) { finished(credit); });
    m_thread = std::jthread([&parts = m_services.agent.parts(), plan = *m_plan, progress, reply = std::move(reply)](std::stop_token stop) mutable {
        reply(measured(parts, plan, stop, progress));
    });
}

void CreditDialog::cancel()
{
    m_thread.request_stop();
}

void CreditDialog::finished(const Result<Credit> &credit)
{
    setBusy(false);
    if (!credit) {
        m_result->setText(credit.error().kind == ErrorKind::Cancelled ? tr("Given up: nothing was stored.")
                                                                      : errorHeading(credit.error().kind) + u'\n' + credit.error().detail);
        return;
    }
    m_result->setText(resultOf(*credit));
    performFor<Done>(this, m_services.agent, [event = creditEvent(*m_plan, *credit)](Database &, Journal &journal) mutable {
        return journal.append(event).transform([] { return Done(); });
    }, [this](const Result<Done> &stored) {
        if (!stored)
            m_result->setText(m_result->text() + u'\n' + tr("It could not be stored: %1").arg(stored.error().detail));
    });
}

} // namespace autodidact
