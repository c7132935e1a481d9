#include "widgets/versions/versionspanel.h"

#include "core/storage/versionstore.h"
#include "widgets/base/reasonwords.h"
#include "widgets/base/textsheet.h"
#include "widgets/versions/approvalbar.h"
#include "widgets/versions/promptdiff.h"
#include "widgets/versions/rollbackdialog.h"
#include "widgets/versions/treeview.h"
#include "widgets/versions/versiondetails.h"

#include <QInputDialog>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

VersionsPanel::VersionsPanel(Services &services, QWidget *parent)
    : Panel(u"versions"_s, parent)
    , m_services(services)
    , m_watch(services, this)
{
    build();
    connect(&m_watch, &RunWatch::loadWanted, this, &VersionsPanel::load);
    connect(&m_watch, &RunWatch::runChanged, this, [this] {
        m_tree->select(0);
        m_showing = Showing::Details;
    });
    connect(&services.feed, &Feed::events, this, &VersionsPanel::applied);
    connect(m_tree, &TreeView::versionClicked, this, &VersionsPanel::clicked);
    connect(m_tree, &TreeView::versionActivated, this, &VersionsPanel::activated);
    connect(m_tree, &TreeView::pairChosen, this, &VersionsPanel::compare);
    connect(m_approval, &ApprovalBar::judged, this, &VersionsPanel::judged);
    connect(m_approval, &ApprovalBar::showWanted, this, &VersionsPanel::showWaiting);
    retranslate();
}

QString VersionsPanel::title() const
{
    return tr("Prompt versions");
}

int VersionsPanel::highlighted() const
{
    return m_tree->selected();
}

void VersionsPanel::load(RunId run)
{
    if (!run.isValid()) {
        display({});
        return;
    }
    m_services.reader.ask(this, m_ticket, [run](Database &database) { return readVersionBook(database, run); },
                          [this](const Result<VersionBook> &book) {
                              if (book)
                                  display(*book);
                              else
                                  Q_EMIT failed(book.error());
                          });
}

void VersionsPanel::applied(const QList<Event> &events)
{
    const bool concerns = std::ranges::any_of(events, [this](const Event &event) {
        const auto &payload = event.payload;
        return event.run == m_watch.run()
            && (std::holds_alternative<VersionAdmitted>(payload) || std::holds_alternative<VersionRejected>(payload)
                || std::holds_alternative<UpdateMeasured>(payload) || std::holds_alternative<UpdateJudged>(payload)
                || std::holds_alternative<VersionPublished>(payload) || std::holds_alternative<UpdateProposed>(payload) || std::holds_alternative<GuardDecided>(payload)
                || std::holds_alternative<RoundStarted>(payload) || std::holds_alternative<RoundFinished>(payload)
                || std::holds_alternative<TaskFinished>(payload) || std::holds_alternative<RunStatusChanged>(payload));
    });
    if (concerns)
        m_watch.reloadSoon();
}

void VersionsPanel::display(const VersionBook &book)
{
    const bool grown = book.versions.size() > m_book.versions.size() && book.run.run.id == m_book.run.run.id;
    QScrollBar *bar = m_scroll->horizontalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - 4;
    m_book = book;
    m_tree->setBook(book);
    const Update *waiting = m_book.waiting();
    m_approval->setUpdate(waiting);
    if (!waiting && m_showing == Showing::Waiting)
        m_showing = Showing::Details;
    // One version without a refused update is no tree yet.
    if (book.versions.size() < 2 && book.updates.isEmpty())
        showEmpty(tr("One version so far. The first update comes after round 1."));
    else
        showBody();
    if (grown && atEnd)
        QMetaObject::invokeMethod(this, [bar] { bar->setValue(bar->maximum()); }, Qt::QueuedConnection);
    if (m_showing == Showing::Details)
        showDetails();
    else if (m_showing == Showing::Waiting)
        showWaiting();
    updateActions();
}

void VersionsPanel::showDetails()
{
    const int shown = m_tree->selected() > 0 ? m_tree->selected() : m_book.guard.current;
    TextSheet sheet(m_details, palette());
    if (const VersionRow *row = m_book.version(shown))
        writeVersionDetails(sheet, m_book, *row);
}

void VersionsPanel::highlightVersion(int version)
{
    m_tree->select(version);
    m_showing = Showing::Details;
    showDetails();
    updateActions();
    if (const QRect place = m_tree->rectOf(version); place.isValid())
        m_scroll->ensureVisible(place.center().x(), place.center().y(), place.width(), place.height() / 2);
}

void VersionsPanel::clicked(int version)
{
    highlightVersion(version);
    m_details->verticalScrollBar()->setValue(0);
    Q_EMIT versionHighlighted(version);
}

void VersionsPanel::activated(int version)
{
    const VersionRow *row = m_book.version(version);
    if (row && !row->rounds.isEmpty())
        m_services.cursor.request({m_watch.run(), row->rounds.first(), {}, {}});
}

void VersionsPanel::compareWithParent()
{
    const VersionRow *row = m_book.version(m_tree->selected());
    if (row && row->version.parent)
        compare(*row->version.parent, row->version.number);
}

void VersionsPanel::compare(int older, int newer)
{
    const VersionRow *from = m_book.version(older);
    const VersionRow *to = m_book.version(newer);
    if (!from || !to)
        return;
    m_showing = Showing::Difference;
    m_older = older;
    m_newer = newer;
    TextSheet sheet(m_details, palette());
    writePromptDiff(sheet, from->version, to->version);
}

void VersionsPanel::themeChanged()
{
    if (!m_details)
        return;
    updateActions();
    if (m_showing == Showing::Details)
        showDetails();
    else if (m_showing == Showing::Waiting)
        showWaiting();
    else
        compare(m_older, m_newer);
}

void VersionsPanel::togglePin()
{
    const VersionRow *row = m_book.version(m_tree->selected());
    if (!row)
        return;
    performFor<Done>(this, m_services.agent,
        [run = m_watch.run(), number = row->version.number, pinned = !row->version.pinned](Database &database, Journal &) {
            return VersionStore(database).setPinned(run, number, pinned).transform([] { return Done{}; });
        },
        [this](const Result<Done> &done) { done ? m_watch.reloadNow() : Q_EMIT failed(done.error()); });
}

void VersionsPanel::annotate()
{
    const VersionRow *row = m_book.version(m_tree->selected());
    if (!row)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"versionNote"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note on version %1").arg(row->version.number));
    dialog->setLabelText(tr("One line, shown with the version:"));
    const QString shown = reasonwords::note(row->version);
    dialog->setTextValue(shown);
    dialog->resize(520, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, shown, run = m_watch.run(), number = row->version.number](const QString &note) {
        if (note == shown)
            return;                  // the program's own words stay translatable
        performFor<Done>(this, m_services.agent, [=](Database &database, Journal &) {
            return VersionStore(database).setNote(run, number, note.trimmed()).transform([] { return Done{}; });
        }, [this](const Result<Done> &done) { done ? m_watch.reloadNow() : Q_EMIT failed(done.error()); });
    });
    dialog->open();
}

void VersionsPanel::rollBack()
{
    rollBackTo(m_tree->selected());
}

void VersionsPanel::rollBackTo(int version)
{
    const RunId run = m_watch.run();
    if (!run.isValid() || version <= 0)
        return;
    m_services.reader.ask(this, m_planTicket, [run, version](Database &database) { return readRollbackFacts(database, run, version); },
                          [this](const Result<RollbackFacts> &facts) {
                              if (!facts) {
                                  Q_EMIT failed(facts.error());
                                  return;
                              }
                              auto *dialog = new RollbackDialog(*facts, window());
                              dialog->setAttribute(Qt::WA_DeleteOnClose);
                              connect(dialog, &QDialog::accepted, this, [this, dialog] {
                                  confirmed(dialog->version(), dialog->hold(), dialog->reason());
                              });
                              dialog->open();
                          });
}

void VersionsPanel::confirmed(int version, bool hold, const QString &reason)
{
    decide([run = m_watch.run(), version, hold, reason](Database &database, Journal &journal) {
        return VersionCommands(database, journal).rollBack(run, version, hold, reason);
    });
}

void VersionsPanel::undoRollback()
{
    decide([run = m_watch.run()](Database &database, Journal &journal) { return VersionCommands(database, journal).undo(run); });
}

void VersionsPanel::releaseHold()
{
    decide([run = m_watch.run()](Database &database, Journal &journal) { return VersionCommands(database, journal).release(run); });
}

void VersionsPanel::decide(std::move_only_function<Result<SafetyDecision>(Database &, Journal &)> work)
{
    performFor<SafetyDecision>(this, m_services.agent, std::move(work), [this](const Result<SafetyDecision> &decision) {
        if (!decision) {
            Q_EMIT failed(decision.error());
            return;
        }
        m_watch.reloadNow();
        Q_EMIT rolledBack(*decision);
    });
}

} // namespace autodidact
