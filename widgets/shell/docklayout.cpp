#include "widgets/shell/docklayout.h"

#include <QApplication>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr QDockWidget::DockWidgetFeatures freely =
    QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable;

/// In the settings; never translated.
QString nameOf(Perspective perspective)
{
    switch (perspective) {
    case Perspective::Run: return u"run"_s;
    case Perspective::Memory: return u"memory"_s;
    case Perspective::Versions: return u"versions"_s;
    }
    return {};
}

} // namespace

DockLayout::DockLayout(QMainWindow &window, const PanelSet &panels)
    : QObject(&window)
    , m_window(window)
    , m_panels(panels)
    , m_plan(window, m_docks)
{
    m_window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AnimatedDocks);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    for (int i = 0; i < panelCount; ++i) {
        Panel *panel = panels.panels[size_t(i)];
        if (i == int(PanelSlot::Diff))
            continue;
        auto *dock = new QDockWidget(&m_window);
        dock->setObjectName(u"dock-"_s + panel->objectName());
        dock->setFeatures(freely);
        dock->setWidget(panel);
        m_docks[size_t(i)] = dock;
    }
    retranslate();
    m_plan.place(m_perspective);
}

void DockLayout::retranslate()
{
    for (int i = 0; i < panelCount; ++i) {
        if (QDockWidget *dock = m_docks[size_t(i)])
            dock->setWindowTitle(m_panels.panels[size_t(i)]->title());
    }
}

QList<QDockWidget *> DockLayout::docks() const
{
    QList<QDockWidget *> all;
    std::ranges::copy_if(m_docks, std::back_inserter(all), [](QDockWidget *dock) { return dock != nullptr; });
    return all;
}

DockLayout::Kept DockLayout::present() const
{
    return {isMaximised() ? m_before : m_window.saveState(version), m_plan.isCompact()};
}

bool DockLayout::bringBack(const Kept &kept)
{
    if (kept.state.isEmpty() || !m_window.restoreState(kept.state, version))
        return false;
    m_plan.setCompact(kept.compact);
    heightChanged(m_window.height());
    return true;
}

void DockLayout::setPerspective(Perspective perspective)
{
    if (perspective != m_perspective) {
        m_kept[size_t(m_perspective)] = present();
        setMaximised(false);
        m_perspective = perspective;
        if (!bringBack(m_kept[size_t(perspective)]))
            reset();
    }
    Q_EMIT perspectiveChanged(m_perspective);
}

void DockLayout::reset()
{
    setMaximised(false);
    m_plan.place(m_perspective);
    m_plan.shareSpace(m_perspective);
}

void DockLayout::heightChanged(int height)
{
    const bool compact = height < DockPlan::compactBelow;
    if (compact != m_plan.isCompact() && !isMaximised())
        m_plan.arrangeRight(compact);
}

void DockLayout::save(QSettings &settings) const
{
    settings.setValue("window/geometry", m_window.saveGeometry());
    settings.setValue("window/locked", m_locked);
    settings.setValue("window/perspective", nameOf(m_perspective));
    for (const Perspective perspective : perspectives) {
        const Kept kept = perspective == m_perspective ? present() : m_kept[size_t(perspective)];
        if (kept.state.isEmpty())
            continue;
        settings.setValue(u"layout-%1/state"_s.arg(nameOf(perspective)), kept.state);
        settings.setValue(u"layout-%1/compact"_s.arg(nameOf(perspective)), kept.compact);
    }
}

void DockLayout::restore(QSettings &settings)
{
    if (!m_window.restoreGeometry(settings.value("window/geometry").toByteArray()))
        m_window.resize(1440, 900);
    for (const Perspective perspective : perspectives) {
        m_kept[size_t(perspective)] = {settings.value(u"layout-%1/state"_s.arg(nameOf(perspective))).toByteArray(),
                                       settings.value(u"layout-%1/compact"_s.arg(nameOf(perspective)), false).toBool()};
        if (settings.value("window/perspective").toString() == nameOf(perspective))
            m_perspective = perspective;
    }
    if (!bringBack(m_kept[size_t(m_perspective)]))
        reset();
    setLocked(settings.value("window/locked", false).toBool());
    bringOnScreen(&m_window);
    for (QDockWidget *dock : docks()) {
        if (dock->isFloating())
            bringOnScreen(dock);
    }
    Q_EMIT perspectiveChanged(m_perspective);
}

/// A screen may be gone since the state was saved: a window nobody can reach is moved back.
void DockLayout::bringOnScreen(QWidget *window)
{
    const QRect frame = window->frameGeometry();
    const QRect handle(frame.topLeft(), QSize(frame.width(), 40));
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry() & handle;
        if (seen.width() >= 120 && seen.height() >= 20)
            return;
    }
    const QRect free = QGuiApplication::primaryScreen()->availableGeometry();
    window->resize(window->size().boundedTo(free.size()));
    window->move(free.center() - window->rect().center());
}

void DockLayout::setLocked(bool locked)
{
    m_locked = locked;
    for (QDockWidget *dock : docks())
        dock->setFeatures(locked ? QDockWidget::NoDockWidgetFeatures : freely);
}

void DockLayout::show(PanelSlot slot)
{
    setMaximised(false);
    if (QDockWidget *shown = dock(slot)) {
        shown->show();
        shown->raise();
    }
    Panel *panel = m_panels.at(slot);
    // The first widget of the panel that takes the focus by Tab; else the panel itself.
    for (QWidget *next = panel->nextInFocusChain(); next && next != panel; next = next->nextInFocusChain()) {
        if (panel->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && next->isVisibleTo(panel)) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
    panel->setFocus(Qt::ShortcutFocusReason);
}

QDockWidget *DockLayout::focused() const
{
    for (QDockWidget *dock : docks()) {
        if (dock->isAncestorOf(QApplication::focusWidget()))
            return dock;
    }
    return nullptr;
}

void DockLayout::setMaximised(bool maximised)
{
    if (maximised == isMaximised())
        return;
    if (!maximised) {
        const QByteArray before = std::exchange(m_before, {});
        m_window.centralWidget()->show();
        m_window.restoreState(before, version);
        Q_EMIT maximisedChanged(false);
        return;
    }
    QDockWidget *kept = focused();
    m_before = m_window.saveState(version);
    for (QDockWidget *dock : docks()) {
        if (dock != kept && !dock->isFloating())
            dock->hide();
    }
    m_window.centralWidget()->setVisible(!kept);
    Q_EMIT maximisedChanged(true);
}

} // namespace autodidact
