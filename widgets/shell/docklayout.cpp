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

} // namespace

DockLayout::DockLayout(QMainWindow &window, const PanelSet &panels)
    : QObject(&window)
    , m_window(window)
    , m_panels(panels)
{
    m_window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AnimatedDocks);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    for (int i = 0; i < panelCount; ++i) {
        Panel *panel = panels.panels[size_t(i)];
        if (!panel || i == int(PanelSlot::Diff))
            continue;
        auto *dock = new QDockWidget(&m_window);
        dock->setObjectName(u"dock-"_s + panel->objectName());
        dock->setFeatures(freely);
        dock->setWidget(panel);
        m_docks[size_t(i)] = dock;
    }
    retranslate();
    place();
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

void DockLayout::reset()
{
    if (isMaximised())
        setMaximised(false);
    place();
    shareSpace();
}

/// Left: run control over runs. Right: verdict over reflection and prompt. Below: curve beside versions, memory, safety.
void DockLayout::place()
{
    for (QDockWidget *dock : docks()) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    const auto put = [this](Qt::DockWidgetArea area, PanelSlot slot, Qt::Orientation way) {
        if (QDockWidget *placed = dock(slot)) {
            m_window.addDockWidget(area, placed, way);
            placed->show();
        }
    };
    put(Qt::LeftDockWidgetArea, PanelSlot::RunControl, Qt::Vertical);
    put(Qt::LeftDockWidgetArea, PanelSlot::Runs, Qt::Vertical);
    put(Qt::RightDockWidgetArea, PanelSlot::Verdict, Qt::Vertical);
    put(Qt::RightDockWidgetArea, PanelSlot::Reflection, Qt::Vertical);
    put(Qt::RightDockWidgetArea, PanelSlot::Prompt, Qt::Vertical);
    put(Qt::BottomDockWidgetArea, PanelSlot::Curve, Qt::Horizontal);
    put(Qt::BottomDockWidgetArea, PanelSlot::Versions, Qt::Horizontal);
    put(Qt::BottomDockWidgetArea, PanelSlot::Memory, Qt::Horizontal);
    put(Qt::BottomDockWidgetArea, PanelSlot::Safety, Qt::Horizontal);
    const auto tab = [this](PanelSlot first, PanelSlot second) {
        if (dock(first) && dock(second))
            m_window.tabifyDockWidget(dock(first), dock(second));
    };
    tab(PanelSlot::Reflection, PanelSlot::Prompt);
    tab(PanelSlot::Versions, PanelSlot::Memory);
    tab(dock(PanelSlot::Memory) ? PanelSlot::Memory : PanelSlot::Versions, PanelSlot::Safety);
    m_compact = false;
    if (m_window.height() < compactBelow)
        arrangeRight(true);
    for (const PanelSlot front : {PanelSlot::Versions, PanelSlot::Reflection, PanelSlot::Verdict}) {
        if (dock(front))
            dock(front)->raise();
    }
}

void DockLayout::shareSpace()
{
    const int width = m_window.width();
    const int height = m_window.height();
    const auto size = [this](PanelSlot slot, int pixels, Qt::Orientation way) {
        if (dock(slot))
            m_window.resizeDocks({dock(slot)}, {pixels}, way);
    };
    size(PanelSlot::RunControl, width * 21 / 100, Qt::Horizontal);
    size(PanelSlot::Verdict, width * 25 / 100, Qt::Horizontal);
    size(dock(PanelSlot::Curve) ? PanelSlot::Curve : PanelSlot::Versions, height * 28 / 100, Qt::Vertical);
    if (dock(PanelSlot::Curve) && dock(PanelSlot::Versions))
        m_window.resizeDocks({dock(PanelSlot::Curve), dock(PanelSlot::Versions)}, {width * 42 / 100, width * 58 / 100}, Qt::Horizontal);
    if (dock(PanelSlot::Runs))
        m_window.resizeDocks({dock(PanelSlot::RunControl), dock(PanelSlot::Runs)}, {height * 28 / 100, height * 40 / 100}, Qt::Vertical);
    if (dock(PanelSlot::Verdict) && dock(PanelSlot::Reflection) && !m_compact)
        m_window.resizeDocks({dock(PanelSlot::Verdict), dock(PanelSlot::Reflection)}, {height * 42 / 100, height * 26 / 100}, Qt::Vertical);
}

bool DockLayout::rightIsOurs() const
{
    return std::ranges::all_of(std::array{PanelSlot::Verdict, PanelSlot::Reflection, PanelSlot::Prompt}, [this](PanelSlot slot) {
        return dock(slot) && !dock(slot)->isFloating() && m_window.dockWidgetArea(dock(slot)) == Qt::RightDockWidgetArea;
    });
}

void DockLayout::arrangeRight(bool compact)
{
    m_compact = compact;
    if (!rightIsOurs())
        return;
    QDockWidget *verdict = dock(PanelSlot::Verdict);
    QDockWidget *reflection = dock(PanelSlot::Reflection);
    QDockWidget *prompt = dock(PanelSlot::Prompt);
    // A tab cannot be split off: what is below comes out and goes in again.
    for (QDockWidget *below : {reflection, prompt}) {
        const bool shown = !below->isHidden();
        m_window.removeDockWidget(below);
        m_window.addDockWidget(Qt::RightDockWidgetArea, below, Qt::Vertical);
        below->setVisible(shown);
    }
    if (compact)
        m_window.tabifyDockWidget(verdict, reflection);
    m_window.tabifyDockWidget(reflection, prompt);
    (compact ? verdict : reflection)->raise();
}

void DockLayout::heightChanged(int height)
{
    const bool compact = height < compactBelow;
    if (compact != m_compact && !isMaximised())
        arrangeRight(compact);
}

void DockLayout::save(QSettings &settings) const
{
    settings.setValue("window/geometry", m_window.saveGeometry());
    settings.setValue("window/state", isMaximised() ? m_before : m_window.saveState(version));
    settings.setValue("window/compact", m_compact);
    settings.setValue("window/locked", m_locked);
}

void DockLayout::restore(QSettings &settings)
{
    if (!m_window.restoreGeometry(settings.value("window/geometry").toByteArray()))
        m_window.resize(1440, 900);
    m_compact = settings.value("window/compact", m_compact).toBool();
    if (!m_window.restoreState(settings.value("window/state").toByteArray(), version))
        reset();
    setLocked(settings.value("window/locked", false).toBool());
    bringOnScreen(&m_window);
    for (QDockWidget *dock : docks()) {
        if (dock->isFloating())
            bringOnScreen(dock);
    }
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
    if (isMaximised())
        setMaximised(false);
    if (QDockWidget *shown = dock(slot)) {
        shown->show();
        shown->raise();
    }
    Panel *panel = m_panels.at(slot);
    if (!panel)
        return;
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
        return;
    }
    QDockWidget *kept = focused();
    m_before = m_window.saveState(version);
    for (QDockWidget *dock : docks()) {
        if (dock != kept && !dock->isFloating())
            dock->hide();
    }
    m_window.centralWidget()->setVisible(!kept);
}

} // namespace autodidact
