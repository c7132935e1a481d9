#include "widgets/shell/breadcrumb.h"

#include "core/storage/runreader.h"
#include "widgets/base/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

Breadcrumb::Breadcrumb(CursorKeeper &keeper, Reader &reader, QWidget *parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_reader(reader)
    , m_nothing(new QLabel(this))
{
    setObjectName(u"breadcrumb"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->setSpacing(0);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_nothing);
    m_run = addPart(u"crumbRun"_s);
    m_round = addPart(u"crumbRound"_s);
    m_task = addPart(u"crumbTask"_s);
    m_attempt = addPart(u"crumbAttempt"_s);
    row->addStretch();
    connect(m_run.button, &QToolButton::clicked, this, [this] { m_keeper.request({.run = m_keeper.cursor().run}); });
    connect(m_round.button, &QToolButton::clicked, this, [this] { m_keeper.request({.run = m_keeper.cursor().run, .round = m_keeper.cursor().round}); });
    connect(m_task.button, &QToolButton::clicked, this, [this] {
        const Cursor &here = m_keeper.cursor();
        m_keeper.request({.run = here.run, .round = here.round, .task = here.task});
    });
    connect(&m_keeper, &CursorKeeper::moved, this, &Breadcrumb::moved);
    updateIcons();
    showParts();
}

Breadcrumb::Part Breadcrumb::addPart(const QString &objectName)
{
    Part part{new QLabel(this), new QToolButton(this)};
    part.button->setObjectName(objectName);
    part.button->setAutoRaise(true);
    part.button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(part.chevron);
    layout()->addWidget(part.button);
    return part;
}

void Breadcrumb::moved()
{
    const Cursor here = m_keeper.cursor();
    showParts();
    m_reader.ask(this, m_ticket, [here](Database &database) -> Result<Names> {
        RunReader reader(database);
        const Result<RunRow> run = reader.run(here.run);
        if (!run)
            return std::unexpected(run.error());
        Names names{run->run.name, {}};
        if (!here.round || !here.task)
            return names;
        const auto tasks = reader.tasks(here.run, *here.round);
        for (const TaskRow &row : tasks.value_or(QList<TaskRow>())) {
            if (row.place.task == *here.task)
                names.task = row.title.isEmpty() ? row.key : row.title;
        }
        return names;
    }, [this](Result<Names> names) {
        if (names)
            m_names = *names;
        showParts();
    });
}

void Breadcrumb::showParts()
{
    const Cursor &here = m_keeper.cursor();
    m_nothing->setVisible(!here.run.isValid());
    m_nothing->setText(tr("No run chosen"));
    const auto show = [](const Part &part, bool visible, const QString &text, bool last) {
        part.button->setVisible(visible);
        part.chevron->setVisible(visible && part.button->objectName() != u"crumbRun");
        part.button->setText(text);
        QFont font = part.button->font();
        font.setBold(last);
        part.button->setFont(font);
    };
    show(m_run, here.run.isValid(), m_names.run.isEmpty() ? tr("Run %1").arg(here.run.value) : m_names.run, !here.round);
    show(m_round, here.round.has_value(), tr("Round %1").arg(here.round.value_or(0)), !here.task);
    show(m_task, here.task.has_value(), m_names.task.isEmpty() ? tr("Task %1").arg(here.task.value_or(0) + 1) : m_names.task, !here.attempt);
    show(m_attempt, here.attempt.has_value(), tr("Attempt %1").arg(here.attempt.value_or(0)), true);
}

void Breadcrumb::updateIcons()
{
    const int side = fontMetrics().height() / 2;
    const QPixmap chevron = theme::icon(u"chevron-right"_s, palette(), palette().color(QPalette::PlaceholderText)).pixmap(QSize(side, side), devicePixelRatio());
    for (const Part &part : {m_run, m_round, m_task, m_attempt})
        part.chevron->setPixmap(chevron);
}

void Breadcrumb::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showParts();
    else if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_attempt.chevron)
        updateIcons();
}

} // namespace autodidact
