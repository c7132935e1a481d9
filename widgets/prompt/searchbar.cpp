#include "widgets/prompt/searchbar.h"

#include "widgets/base/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

SearchBar::SearchBar(QTextEdit *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_words(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_words->setObjectName(u"searchWords"_s);
    m_words->setClearButtonEnabled(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 6, 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_count);
    for (QToolButton *button : {m_previous, m_next, m_close}) {
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    m_previous->setObjectName(u"searchPrevious"_s);
    m_next->setObjectName(u"searchNext"_s);
    m_close->setObjectName(u"searchClose"_s);
    connect(m_words, &QLineEdit::textChanged, this, &SearchBar::search);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { goTo(m_current + 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goTo(m_current + 1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { goTo(m_current - 1); });
    connect(m_close, &QToolButton::clicked, this, &SearchBar::finish);
    retranslate();
    hide();
}

void SearchBar::retranslate()
{
    m_words->setPlaceholderText(tr("Find in this prompt"));
    m_words->setAccessibleName(tr("Find in this prompt"));
    const auto label = [this](QToolButton *button, const QString &icon, const QString &text) {
        button->setIcon(theme::icon(icon, palette()));
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    label(m_previous, u"chevron-up"_s, tr("Previous place"));
    label(m_next, u"chevron-down"_s, tr("Next place"));
    label(m_close, u"close"_s, tr("End the search"));
    mark();
}

void SearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void SearchBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish();
    else
        QWidget::keyPressEvent(event);
}

void SearchBar::begin()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    Q_EMIT begun();
    search();
}

void SearchBar::finish()
{
    hide();
    m_places.clear();
    m_current = -1;
    mark();
    m_view->setFocus(Qt::OtherFocusReason);
}

void SearchBar::renew()
{
    if (isVisible())
        search();
}

void SearchBar::search()
{
    m_places.clear();
    m_current = -1;
    const QString words = m_words->text();
    QTextCursor at(m_view->document());
    while (!words.isEmpty()) {
        at = m_view->document()->find(words, at);
        if (at.isNull())
            break;
        m_places.append(at);
    }
    goTo(0);
}

void SearchBar::goTo(qsizetype number)
{
    if (!m_places.isEmpty()) {
        m_current = (number + m_places.size()) % m_places.size();
        // Without a selection of its own: a search is no reading, the panel goes on following.
        QTextCursor place = m_places[m_current];
        place.clearSelection();
        m_view->setTextCursor(place);
        m_view->ensureCursorVisible();
    }
    mark();
}

void SearchBar::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_places[i];
        const bool current = i == m_current;
        mark.format.setBackground(palette().color(current ? QPalette::Highlight : QPalette::Mid));
        mark.format.setForeground(palette().color(current ? QPalette::HighlightedText : QPalette::Text));
        marks.append(mark);
    }
    m_view->setExtraSelections(marks);
    const bool asked = !m_words->text().isEmpty();
    m_count->setText(!asked ? QString() : tr("%1 of %2", "place of a search").arg(m_current + 1).arg(m_places.size()));
    m_previous->setEnabled(!m_places.isEmpty());
    m_next->setEnabled(!m_places.isEmpty());
}

} // namespace autodidact
