#include "widgets/prompt/promptpanel.h"

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
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

PromptPanel::PromptPanel(Services &services, QWidget *parent)
    : AttemptPanel(u"prompt"_s, services, parent)
{
    build();
    retranslate();
    themeChanged();
}

QString PromptPanel::title() const
{
    return tr("Prompt sent");
}

void PromptPanel::build()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 0, 6, 0);
    column()->insertLayout(0, bar);
    m_total = new QLabel(body());
    m_total->setObjectName(u"promptTokens"_s);
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);
    bar->addWidget(m_total, 1);
    const auto addButton = [&](const QString &name) {
        auto *button = new QToolButton(body());
        button->setObjectName(name);
        button->setAutoRaise(true);
        bar->addWidget(button);
        return button;
    };
    m_find = addButton(u"findInPrompt"_s);
    m_copy = addButton(u"copyPrompt"_s);
    connect(m_find, &QToolButton::clicked, this, &PromptPanel::beginSearch);
    connect(m_copy, &QToolButton::clicked, this, &PromptPanel::copyAll);

    m_finish = new QLabel(body());
    m_finish->setObjectName(u"finishReason"_s);
    m_finish->setTextFormat(Qt::PlainText);
    m_finish->setWordWrap(true);
    m_finish->setForegroundRole(QPalette::PlaceholderText);
    notices()->addWidget(m_finish);
    m_warning = addNotice(u"cutWarning"_s);

    m_text = makeView(u"promptText"_s, body());
    m_search = new SearchBar(m_text, body());
    column()->addWidget(m_search);
    column()->addWidget(m_text, 1);
}

void PromptPanel::retranslate()
{
    m_text->setAccessibleName(tr("What the model was sent"));
    m_find->setToolTip(tr("Find in this prompt (Ctrl+F)"));
    m_find->setAccessibleName(tr("Find in this prompt"));
    m_copy->setToolTip(tr("Copy the whole prompt as plain text"));
    m_copy->setAccessibleName(tr("Copy the whole prompt"));
    AttemptPanel::retranslate();
}

void PromptPanel::themeChanged()
{
    if (!m_search)
        return;
    m_find->setIcon(theme::icon(u"find"_s, palette()));
    m_copy->setIcon(theme::icon(u"copy"_s, palette()));
    AttemptPanel::themeChanged();
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
    return AttemptPanel::event(event);
}

void PromptPanel::beginSearch()
{
    if (!shown())
        return;
    m_folded.clear();            // what is folded could not be found
    showPrompt();
    m_search->begin();
}

QString PromptPanel::reasonForNone(const ShownAttempt *shown) const
{
    if (shown)
        return {};
    return namesTask() || !hasRun() ? tr("No message sent yet.") : chooseHint();
}

void PromptPanel::showAttempt(const ShownAttempt &shown)
{
    if (m_attempt != shown.detail.attempt.id)
        foldAtFirst(shown.detail.attempt);
    showPrompt();
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
    const Attempt &attempt = shown()->detail.attempt;
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

void PromptPanel::openMention(const QString &target)
{
    if (target.startsWith("part:"_L1)) {
        const int part = target.sliced(5).toInt();
        if (!m_folded.remove(part))
            m_folded.insert(part);
        hold();
        showPrompt();
    } else if (target.startsWith("rule:"_L1)) {
        Q_EMIT ruleRequested(target.sliced(5));
    } else if (target.startsWith("memory:"_L1)) {
        Q_EMIT memoryRequested({target.sliced(7).toLongLong()});
    }
}

void PromptPanel::copyAll()
{
    if (shown())
        QGuiApplication::clipboard()->setText(promptpage::plainText(shown()->detail.attempt));
}

} // namespace autodidact
