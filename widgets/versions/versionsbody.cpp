// The part of VersionsPanel that builds, names and enables.
#include "widgets/base/textsheet.h"
#include "widgets/base/theme.h"
#include "widgets/versions/approvalbar.h"
#include "widgets/versions/treeview.h"
#include "widgets/versions/versionspanel.h"

#include <QAction>
#include <QScrollArea>
#include <QSplitter>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

void VersionsPanel::build()
{
    m_body = new QSplitter(Qt::Horizontal, this);
    m_body->setObjectName(u"versionsBody"_s);
    m_body->setChildrenCollapsible(false);
    auto *left = new QWidget(m_body);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new QToolBar(left);
    m_bar->setObjectName(u"versionsBar"_s);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->setIconSize({16, 16});
    m_scroll = new QScrollArea(left);
    m_scroll->setObjectName(u"versionsScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_tree = new TreeView(m_scroll);
    m_scroll->setWidget(m_tree);
    m_approval = new ApprovalBar(left);
    column->addWidget(m_bar);
    column->addWidget(m_approval);
    column->addWidget(m_scroll, 1);
    m_details = makeSheetView(u"versionDetails"_s, m_body);
    m_body->addWidget(left);
    m_body->addWidget(m_details);
    m_body->setStretchFactor(0, 3);
    m_body->setStretchFactor(1, 2);
    m_body->setSizes({420, 280});
    buildActions();
    setBody(m_body);
}

void VersionsPanel::buildActions()
{
    const auto add = [this](const QString &name, void (VersionsPanel::*act)()) {
        QAction *action = m_bar->addAction(QString());
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_rollBack = add(u"rollBackHere"_s, &VersionsPanel::rollBack);
    m_undo = add(u"undoRollbackHere"_s, &VersionsPanel::undoRollback);
    m_release = add(u"releaseHold"_s, &VersionsPanel::releaseHold);
    m_compare = add(u"compareWithParent"_s, &VersionsPanel::compareWithParent);
    m_pin = add(u"pinVersion"_s, &VersionsPanel::togglePin);
    m_note = add(u"annotateVersion"_s, &VersionsPanel::annotate);
    m_strategy = add(u"showStrategy"_s, &VersionsPanel::showStrategy);
    m_pin->setCheckable(true);
    buildPublishMenu();
}

void VersionsPanel::retranslate()
{
    m_compare->setText(tr("Compare"));
    m_pin->setText(tr("Pin"));
    m_note->setText(tr("Note…"));
    m_rollBack->setText(tr("Roll back…"));
    m_undo->setText(tr("Undo rollback"));
    m_release->setText(tr("Release hold"));
    m_strategy->setText(tr("Strategy…"));
    m_strategy->setToolTip(tr("What the strategy search learnt, round by round"));
    m_publish->setText(tr("Publish"));
    m_publish->setToolTip(tr("Publish the chosen version on a channel, or withdraw it"));
    m_approval->retranslate();
    m_tree->setAccessibleName(tr("Tree of prompt versions"));
    m_details->setAccessibleName(tr("Details of the chosen version"));
    if (isEmpty())
        showEmpty(tr("One version so far. The first update comes after round 1."));
    themeChanged();
}

void VersionsPanel::setHint(QAction *action, bool enabled, const QString &hint, const QString &whyNot)
{
    action->setEnabled(enabled);
    action->setToolTip(enabled ? hint : whyNot);
}

void VersionsPanel::updateActions()
{
    const VersionRow *row = m_book.version(m_tree->selected());
    const bool current = row && row->version.number == m_book.guard.current;
    const QString choose = tr("Choose a version in the tree first.");
    setHint(m_compare, row && row->version.parent, tr("Difference to the version it came from. Ctrl and a click compares any two."),
            row ? tr("The first version has no parent.") : choose);
    setHint(m_pin, row, tr("Keep this version in sight"), choose);
    setHint(m_note, row, tr("Write a line that is shown with the version"), choose);
    const bool held = current && m_book.guard.held;
    setHint(m_rollBack, row && !held, current ? tr("Hold this version") : tr("Use this version again from the next round"),
            held ? tr("This version is current and held already.") : choose);
    setHint(m_undo, m_book.canUndoRollback(), tr("Take the newest rollback back"), tr("There is no rollback to take back."));
    m_release->setVisible(m_book.guard.held.has_value());
    m_release->setToolTip(tr("Allow automatic updates again"));
    m_pin->setChecked(row && row->version.pinned);
    m_publish->setEnabled(row || !m_book.published.isEmpty());
    m_publish->setIcon(theme::icon(u"export"_s, palette()));
    m_strategy->setEnabled(m_book.run.run.id.isValid());
    m_strategy->setIcon(theme::icon(u"find"_s, palette()));
    m_compare->setIcon(theme::icon(u"branch"_s, palette()));
    m_pin->setIcon(theme::icon(u"pin"_s, palette()));
    m_note->setIcon(theme::icon(u"edit"_s, palette()));
    m_rollBack->setIcon(theme::icon(u"roll-back"_s, palette()));
    m_undo->setIcon(theme::icon(u"undo"_s, palette()));
    m_release->setIcon(theme::icon(u"lock"_s, palette()));
    Q_EMIT stateChanged();
}

} // namespace autodidact
