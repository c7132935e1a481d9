#include "widgets/curve/curvepanel.h"

#include "core/storage/runreader.h"
#include "widgets/base/errortext.h"
#include "widgets/curve/curvebar.h"
#include "widgets/curve/curveexport.h"
#include "widgets/curve/curveview.h"
#include "widgets/curve/curvewords.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

CurvePanel::CurvePanel(Services &services, QWidget *parent)
    : Panel(u"successRate"_s, parent)
    , m_services(services)
    , m_refresh(new QTimer(this))
{
    auto *body = new QWidget(this);
    m_bar = new CurveBar(body);
    m_view = new CurveView(body);
    m_view->setObjectName(u"curveView"_s);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_view, 1);
    setBody(body);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshMs);

    connect(m_refresh, &QTimer::timeout, this, &CurvePanel::redraw);
    connect(m_bar, &CurveBar::layersChanged, m_view, &CurveView::setLayers);
    connect(m_bar, &CurveBar::runsWanted, this, &CurvePanel::askRuns);
    connect(m_bar, &CurveBar::besideChosen, this, &CurvePanel::compareWith);
    connect(m_bar, &CurveBar::exportWanted, this, &CurvePanel::askFile);
    connect(m_bar, &CurveBar::zoomResetWanted, m_view, &CurveView::resetZoom);
    connect(m_view, &CurveView::roundClicked, this, &CurvePanel::clickRound);
    connect(m_view, &CurveView::markClicked, this, &CurvePanel::clickMark);
    connect(&m_services.cursor, &CursorKeeper::moved, this, &CurvePanel::moved);
    connect(&m_services.feed, &Feed::events, this, &CurvePanel::applyEvents);
    retranslate();
}

QString CurvePanel::title() const
{
    return tr("Success rate");
}

void CurvePanel::moved()
{
    const Cursor &cursor = m_services.cursor.cursor();
    m_view->setCurrentRound(cursor.round.value_or(0));
    if (!m_record || m_record->run.id != cursor.run)
        load();
}

void CurvePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_dirty)
        load();
}

void CurvePanel::load()
{
    const RunId run = m_services.cursor.cursor().run;
    m_dirty = !isVisible();
    if (m_dirty)
        return;
    if (!run.isValid()) {
        m_record.reset();
        showWaiting();
        return;
    }
    m_asking = true;
    m_meanwhile.clear();
    m_services.reader.ask(this, m_ticket, [run](Database &database) { return CurveRecord::read(database, run); },
                          [this](Result<CurveRecord> record) { arrived(std::move(record)); });
}

void CurvePanel::arrived(Result<CurveRecord> record)
{
    m_asking = false;
    if (!record) {
        m_record.reset();
        showEmpty(errorText(record.error()));
        return;
    }
    const bool same = m_record && m_record->run.id == record->run.id;
    m_record = std::move(*record);
    for (const Event &event : std::exchange(m_meanwhile, {}))
        m_record->apply(event);
    if (m_beside == m_record->run.id)
        compareWith({});
    if (!same) {
        m_view->setHighlightedVersion(std::nullopt);
        m_view->resetZoom();
    }
    redraw();
}

void CurvePanel::applyEvents(const QList<Event> &events)
{
    const RunId run = m_services.cursor.cursor().run;
    if (m_asking) {
        for (const Event &event : events) {
            if (event.run == run)
                m_meanwhile.append(event);
        }
        return;
    }
    bool changed = false;
    for (const Event &event : events)
        changed |= m_record && m_record->apply(event);
    if (changed && !m_refresh->isActive())
        m_refresh->start();
}

void CurvePanel::redraw()
{
    if (!isVisible()) {
        m_dirty = true;
        return;
    }
    if (!m_record) {
        showWaiting();
        return;
    }
    const CurveData data = CurveData::of(*m_record);
    m_bar->describe(data);
    m_view->setData(data);
    m_view->setCurrentRound(m_services.cursor.cursor().round.value_or(0));
    if (!data.hasFinishedRound()) {
        showWaiting();
        return;
    }
    m_view->setAccessibleDescription(CurveWords::tip(data.rounds.last()));
    showBody();
}

void CurvePanel::showWaiting()
{
    int done = 0;
    int scheduled = 0;
    if (m_record && !m_record->rounds.isEmpty()) {
        done = int(m_record->learn.size());
        scheduled = m_record->rounds.first().tasks;
    }
    showEmpty(scheduled > 0 ? tr("First point after round 1 (%1 of %2 tasks done).").arg(done).arg(scheduled) : tr("First point after round 1."));
}

void CurvePanel::highlightVersion(std::optional<int> version)
{
    m_view->setHighlightedVersion(version);
}

void CurvePanel::compareWith(RunId run)
{
    m_beside = run;
    if (!run.isValid()) {
        m_otherTicket.renew();
        m_view->setOther(std::nullopt);
        m_bar->showBeside({});
        return;
    }
    m_services.reader.ask(this, m_otherTicket, [run](Database &database) { return CurveRecord::read(database, run).transform(&CurveData::of); },
                          [this](const Result<CurveData> &data) {
                              if (!data) {
                                  Q_EMIT failed(data.error());
                                  return;
                              }
                              m_view->setOther(*data);
                              m_bar->showBeside(data->name);
                          });
}

void CurvePanel::askRuns()
{
    m_services.reader.ask(this, m_runsTicket, [](Database &database) { return RunReader(database).runs(); },
                          [this](const Result<QList<RunRow>> &runs) {
                              if (runs)
                                  m_bar->offerRuns(*runs, m_services.cursor.cursor().run, m_beside);
                              else
                                  Q_EMIT failed(runs.error());
                          });
}

void CurvePanel::clickRound(RunId run, int round)
{
    m_services.cursor.request({run, round});
    if (!m_record || run != m_record->run.id)
        return;
    const auto found = std::ranges::find(m_record->rounds, round, &Round::number);
    if (found != m_record->rounds.end())
        Q_EMIT versionHighlighted(found->version);
}

void CurvePanel::clickMark(const CurveMark &mark)
{
    if (m_record && mark.round > 0)
        m_services.cursor.request({m_record->run.id, mark.round});
    if (const int version = versionOf(mark); version > 0)
        Q_EMIT versionHighlighted(version);
    if (mark.update.isValid())
        Q_EMIT updateRequested(mark.update);
    if (mark.decision > 0)
        Q_EMIT decisionRequested(mark.decision);
}

/// A refused update leads to the version it would have changed.
int CurvePanel::versionOf(const CurveMark &mark) const
{
    if (mark.version > 0 || !m_record)
        return mark.version;
    const auto update = std::ranges::find(m_record->updates, mark.update, &Update::id);
    return update == m_record->updates.end() ? 0 : update->oldVersion;
}

void CurvePanel::askFile(const QString &suffix)
{
    auto *dialog = new QFileDialog(this, tr("Save the curve"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile((m_record ? m_record->run.name : u"curve"_s) + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &CurvePanel::exportTo);
    dialog->open();
}

void CurvePanel::exportTo(const QString &path)
{
    if (const Status written = CurveExport::write(*m_view, path); !written)
        Q_EMIT failed(written.error());
}

void CurvePanel::contextMenuEvent(QContextMenuEvent *event)
{
    if (!isEmpty())
        m_bar->exportMenu()->popup(event->globalPos());
}

void CurvePanel::retranslate()
{
    m_view->setAccessibleName(tr("Success rate by round"));
    m_bar->retranslate();
    redraw();
}

void CurvePanel::themeChanged()
{
    m_view->restyle();
}

} // namespace autodidact
