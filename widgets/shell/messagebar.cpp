#include "widgets/shell/messagebar.h"

#include "widgets/base/theme.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QIcon iconOf(Severity severity, const QPalette &palette)
{
    switch (severity) {
    case Severity::Note: return theme::icon(u"info"_s, palette, theme::stateColor(ShownState::Running, palette));
    case Severity::Warning: return theme::icon(u"warning"_s, palette, theme::stateColor(ShownState::Waiting, palette));
    case Severity::Failure: return theme::icon(u"error"_s, palette, theme::stateColor(ShownState::Failed, palette));
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
    , m_details(new QPushButton(this))
    , m_more(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setObjectName(u"messageDetails"_s);
    m_more->setObjectName(u"messageMore"_s);
    m_more->setFlat(true);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setAutoRaise(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 6, 5);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_details);
    row->addWidget(m_more);
    row->addWidget(m_close);
    connect(m_details, &QPushButton::clicked, this, &MessageBar::showDetails);
    connect(m_more, &QPushButton::clicked, this, &MessageBar::next);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::post(Message message)
{
    const auto known = std::ranges::find(m_messages, message.key, [](const Entry &entry) { return entry.message.key; });
    Entry entry{std::move(message), 1};
    if (known != m_messages.end()) {
        entry.count = known->count + 1;
        m_messages.erase(known);
    }
    m_messages.prepend(entry);
    showFirst();
    Q_EMIT filled();
}

void MessageBar::withdraw(const QString &key)
{
    if (m_messages.removeIf([&key](const Entry &entry) { return entry.message.key == key; }) > 0)
        showFirst();
}

QString MessageBar::shownText() const
{
    return m_messages.isEmpty() ? QString() : m_text->text();
}

void MessageBar::showFirst()
{
    setVisible(!m_messages.isEmpty());
    if (m_messages.isEmpty()) {
        Q_EMIT emptied();
        return;
    }
    const Entry &entry = m_messages.first();
    m_text->setText(entry.count > 1 ? tr("%1 (%n times)", "a message, and how often it came", entry.count).arg(entry.message.text)
                                    : entry.message.text);
    const int side = fontMetrics().height() + 2;
    m_icon->setPixmap(iconOf(entry.message.severity, palette()).pixmap(QSize(side, side), devicePixelRatio()));
    m_details->setVisible(!entry.message.details.isEmpty());
    m_details->setText(tr("Details"));
    m_more->setVisible(m_messages.size() > 1);
    m_more->setText(tr("%n more", "messages", int(m_messages.size()) - 1));
    m_close->setIcon(theme::icon(u"close"_s, palette()));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    rebuildButtons(entry.message);
}

void MessageBar::rebuildButtons(const Message &message)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Message::Remedy &remedy : message.remedies) {
        auto *button = new QPushButton(remedy.text, this);
        button->setObjectName(remedy.name);
        m_buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, key = message.key, remedy] {
            if (remedy.settles)
                withdraw(key);
            remedy.act();
        });
    }
}

void MessageBar::showDetails()
{
    auto *dialog = new QDialog(this);
    dialog->setObjectName(u"messageDetailsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Details"));
    auto *text = new QPlainTextEdit(m_messages.first().message.details, dialog);
    text->setReadOnly(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->resize(640, 320);
    dialog->open();
}

void MessageBar::dismiss()
{
    m_messages.removeFirst();
    showFirst();
}

void MessageBar::next()
{
    m_messages.append(m_messages.takeFirst());
    showFirst();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) && !m_messages.isEmpty())
        showFirst();
}

} // namespace autodidact
