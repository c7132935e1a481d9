#include "widgets/versions/treeview.h"

#include "widgets/base/reasonwords.h"
#include "widgets/versions/versionwords.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

TreeView::TreeView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"versionTree"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void TreeView::setBook(const VersionBook &book)
{
    m_book = book;
    m_layout = layOutTree(book.versions, book.updates);
    if (m_layout.nodeOf(m_selected) < 0)
        m_selected = 0;
    if (m_layout.nodeOf(m_compared) < 0)
        m_compared = 0;
    setMinimumSize(sizeHint());
    updateGeometry();
    update();
}

void TreeView::select(int version)
{
    m_selected = m_layout.nodeOf(version) < 0 ? 0 : version;
    m_compared = 0;
    update();
}

TreeView::Measures TreeView::measures() const
{
    const int em = fontMetrics().height();
    const int text = fontMetrics().horizontalAdvance(u"00–00 %"_s);
    return {qMax(5 * em, text + 2 * em), 5 * em + 22, em + 3, em};
}

QPoint TreeView::centre(const TreeNode &node) const
{
    const Measures m = measures();
    return {m.margin + node.column * m.column + m.column / 2, m.margin + node.lane * m.lane + m.radius};
}

QRect TreeView::rectOf(int version) const
{
    const int node = m_layout.nodeOf(version);
    if (node < 0)
        return {};
    const Measures m = measures();
    const QPoint at = centre(m_layout.nodes[node]);
    return {at.x() - m.column / 2, at.y() - m.radius - 4, m.column, m.lane};
}

QRect TreeView::crossRect(const TreeCross &cross) const
{
    const Measures m = measures();
    const QPoint at = centre(m_layout.nodes[cross.node]);
    const int side = m.radius * 3 / 5;
    const int index = std::min(cross.index, crossesShown - 1);
    // To the right of the disc, one below the other.
    return {at.x() + m.radius + 5 + (index / 2) * (side + 3), at.y() + 5 + (index % 2) * (side + 3), side, side};
}

QSize TreeView::sizeHint() const
{
    const Measures m = measures();
    return {2 * m.margin + std::max(1, m_layout.columns) * m.column, 2 * m.margin + std::max(1, m_layout.lanes) * m.lane};
}

int TreeView::versionAt(const QPoint &point) const
{
    const auto hit = std::ranges::find_if(m_layout.nodes, [&](const TreeNode &node) {
        return node.version > 0 && rectOf(node.version).contains(point);
    });
    return hit == m_layout.nodes.end() ? 0 : hit->version;
}

void TreeView::mousePressEvent(QMouseEvent *event)
{
    const int version = versionAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && version > 0)
        choose(version, event->modifiers());
    else
        QWidget::mousePressEvent(event);
}

void TreeView::choose(int version, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier) && m_selected > 0 && version != m_selected) {
        m_compared = version;
        update();
        Q_EMIT pairChosen(std::min(m_selected, version), std::max(m_selected, version));
        return;
    }
    select(version);
    Q_EMIT versionClicked(version);
}

void TreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int version = versionAt(event->position().toPoint());
    if (version > 0)
        Q_EMIT versionActivated(version);
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step != 0 && !m_book.versions.isEmpty()) {
        const int at = m_selected == 0 ? (step > 0 ? 0 : int(m_book.versions.size()) - 1) : m_layout.nodeOf(m_selected) + step;
        const int next = std::clamp(at, 0, int(m_book.versions.size()) - 1);
        choose(m_book.versions[next].version.number, Qt::NoModifier);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected > 0) {
        Q_EMIT versionActivated(m_selected);
    } else {
        QWidget::keyPressEvent(event);
    }
}

QString TreeView::hintAt(const QPoint &point) const
{
    QStringList refused;
    for (const TreeCross &cross : m_layout.crosses) {
        if (!crossRect(cross).adjusted(-2, -2, 2, 2).contains(point))
            continue;
        const auto update = std::ranges::find(m_book.updates, cross.update, &Update::id);
        refused.append(tr("Update refused after round %1: %2").arg(QString::number(update->place.round), reasonwords::of(*update)));
    }
    if (!refused.isEmpty())
        return refused.join(u'\n');
    const VersionRow *row = m_book.version(versionAt(point));
    if (!row)
        return {};
    QStringList lines{tr("Version %1: %2").arg(row->version.number).arg(versionwords::solved(row->solved, row->tasks)),
                      versionwords::origin(row->version.origin)};
    if (!row->version.note.isEmpty())
        lines.append(reasonwords::note(row->version));
    return lines.join(u'\n');
}

bool TreeView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    // Escaped, since a tool tip would take a text with tags for markup.
    const QString hint = hintAt(help->pos()).toHtmlEscaped().replace(u'\n', u"<br>"_s);
    QToolTip::showText(help->globalPos(), hint.isEmpty() ? QString() : u"<qt>%1</qt>"_s.arg(hint), this);
    return true;
}

void TreeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setMinimumSize(sizeHint());
        updateGeometry();
    }
    update();
}

} // namespace autodidact
