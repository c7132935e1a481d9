#include "widgets/prompt/promptpanel.h"

#include "widgets/base/errortext.h"
#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"
#include "widgets/base/theme.h"
#include "widgets/prompt/promptpage.h"
#include "widgets/prompt/searchbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

PromptPanel::PromptPanel(Services &services, QWidget *parent)
    : Panel(u"prompt"_s, parent)
    , m_services(services)
    , m_source(new AttemptSource(services, this))
{
    build();
    m_next = addEmptyAction({});
    m_next->setObjectName(u"nextFailureFromPrompt"_s);
    connect(m_next, &QPushButton::clicked, this, &PromptPanel::nextFailureWanted);
    connect(m_source, &AttemptSource::changed, this, &PromptPanel::refresh);
    connect(m_source, &AttemptSource::failed, this, [this](const Error &error) { showEmpty(errorText(error)); });
    retranslate();
}

QString PromptPanel::title() const
{
    return tr("Prompt sent");
}

void PromptPanel::build()
{
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 0, 6, 0);
    column->addLayout(bar);
    m_total = new QLabel(m_body);
    m_total->setObjectName(u"promptTokens"_s);
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);
    bar->addWidget(m_total, 1);
    const auto addButton = [&](const QString &name) {
        auto *button = new QToolButton(m_body);
        button->setObjectName(name);
        button->setAutoRaise(true);
        bar->addWidget(button);
        return button;
    };
    m_find = addButton(u"findInPrompt"_s);
    m_copy = addButton(u"copyPrompt"_s);
    connect(m_find, &QToolButton::clicked, this, &PromptPanel::beginSearch);
    connect(m_copy, &QToolButton::clicked, this, &PromptPanel::copyAll);

    auto *notes = new QVBoxLayout;
    notes->setContentsMargins(10, 0, 10, 2);
    notes->setSpacing(4);
    column->addLayout(notes);
    m_finish = new QLabel(m_body);
    m_finish->setObjectName(u"finishReason"_s);
    m_finish->setTextFormat(Qt::PlainText);
    m_finish->setWordWrap(true);
    m_finish->setForegroundRole(QPalette::PlaceholderText);
    notes->addWidget(m_finish);
    m_warning = new Notice(u"cutWarning"_s, m_body);
    notes->addWidget(m_warning);

    m_text = new ReadingView(u"promptText"_s, m_body);
    m_search = new SearchBar(m_text, m_body);
    column->addWidget(m_search);
    column->addWidget(m_text, 1);
    connect(m_text, &ReadingView::activated, this, &PromptPanel::open);
    connect(m_text, &ReadingView::readingBegan, &m_services.cursor, &CursorKeeper::hold);
    setBody(m_body);
}

void PromptPanel::retranslate()
{
    m_text->setAccessibleName(tr("What the model was sent"));
    m_find->setToolTip(tr("Find in this prompt (Ctrl+F)"));
    m_find->setAccessibleName(tr("Find in this prompt"));
    m_copy->setToolTip(tr("Copy the whole prompt as plain text"));
    m_copy->setAccessibleName(tr("Copy the whole prompt"));
    m_next->setText(tr("Next failure"));
    themeChanged();
    refresh();
}

void PromptPanel::themeChanged()
{
    if (!m_next)
        return;
    m_find->setIcon(theme::icon(u"find"_s, palette()));
    m_copy->setIcon(theme::icon(u"copy"_s, palette()));
    // The page gets the new palette after this panel.
    QMetaObject::invokeMethod(this, &PromptPanel::refresh, Qt::QueuedConnection);
}

void PromptPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_source->refresh();
}

bool PromptPanel::event(QEvent *event)
{
    // Inside the panel Ctrl+F searches the prompt, whatever the window does with it elsewhere.
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && !isEmpty() && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        if (event->type() == QEvent::KeyPress)
            beginSearch();
        event->accept();
        return true;
    }
    return Panel::event(event);
}

void PromptPanel::beginSearch()
{
    if (!m_source->shown())
        return;
    m_folded.clear();            // what is folded could not be found
    showPrompt();
    m_search->begin();
}

void PromptPanel::refresh()
{
    const ShownAttempt *shown = m_source->shown();
    m_next->setVisible(!m_source->namesTask() && m_source->cursor().run.isValid());
    if (!shown) {
        showEmpty(m_source->namesTask() || !m_source->cursor().run.isValid()
                      ? tr("No message sent yet.")
                      : tr("Choose an attempt, or press F8 for the next failure."));
        return;
    }
    if (m_attempt != shown->detail.attempt.id)
        foldAtFirst(shown->detail.attempt);
    showPrompt();
    showBody();
}

/// What changes between attempts is open; the fixed part and the answer are folded.
void PromptPanel::foldAtFirst(const Attempt &attempt)
{
    m_attempt = attempt.id;
    m_folded = {int(attempt.prompt.size())};
    for (int i = 0; i < attempt.prompt.size(); ++i) {
        if (attempt.prompt[i].kind == SegmentKind::System)
            m_folded.insert(i);
    }
    if (m_search->isVisible())
        m_folded.clear();
}

void PromptPanel::showPrompt()
{
    const Attempt &attempt = m_source->shown()->detail.attempt;
    const QLocale locale;
    const int estimated = promptpage::estimatedTokens(attempt);
    if (attempt.usage.estimated)
        m_total->setText(tr("About %n tokens in the prompt", nullptr, estimated));
    else
        m_total->setText(tr("%1 tokens in the prompt as the server counts; we estimate %2")
                             .arg(locale.toString(attempt.usage.promptTokens), locale.toString(estimated)));
    m_finish->setText(promptpage::finishReason(attempt.finishReason));
    const QColor warning = theme::stateColor(ShownState::Waiting, palette());
    m_warning->say(promptpage::cutWarning(attempt), theme::icon(u"warning"_s, palette(), warning), warning);
    promptpage::show(*m_text, attempt, m_folded);
    m_search->renew();
}

void PromptPanel::open(const QString &target)
{
    if (target.startsWith("part:"_L1)) {
        const int part = target.sliced(5).toInt();
        if (!m_folded.remove(part))
            m_folded.insert(part);
        m_services.cursor.hold();
        showPrompt();
    } else if (target.startsWith("rule:"_L1)) {
        Q_EMIT ruleRequested(target.sliced(5));
    } else if (target.startsWith("memory:"_L1)) {
        Q_EMIT memoryRequested({target.sliced(7).toLongLong()});
    }
}

void PromptPanel::copyAll()
{
    if (const ShownAttempt *shown = m_source->shown())
        QGuiApplication::clipboard()->setText(promptpage::plainText(shown->detail.attempt));
}

} // namespace autodidact
