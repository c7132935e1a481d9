#include "widgets/curve/curvebar.h"

#include "widgets/base/theme.h"
#include "widgets/curve/curvewords.h"
#include "widgets/curve/legendbutton.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

CurveBar::CurveBar(QWidget *parent)
    : QWidget(parent)
    , m_runs(new QMenu(this))
    , m_exportMenu(new QMenu(this))
{
    setObjectName(u"curveBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 0);
    row->setSpacing(1);
    for (const CurveLayer layer : allCurveLayers) {
        auto *button = new LegendButton(layer, this);
        button->setObjectName(u"curveLayer%1"_s.arg(int(layer)));
        connect(button, &LegendButton::toggled, this, [this] { Q_EMIT layersChanged(layers()); });
        row->addWidget(button);
        m_legend.append(button);
    }
    row->addStretch();
    m_runs->setObjectName(u"curveRuns"_s);
    m_exportMenu->setObjectName(u"curveExportMenu"_s);
    m_beside = addMenuButton(row, u"curveBeside"_s, m_runs);
    m_export = addMenuButton(row, u"curveExport"_s, m_exportMenu);
    for (const QString &suffix : {u"svg"_s, u"png"_s, u"csv"_s})
        m_exports.append(addExport(suffix));
    m_exportMenu->addSeparator();
    m_reset = m_exportMenu->addAction(QString(), this, &CurveBar::zoomResetWanted);
    m_reset->setObjectName(u"curveResetZoom"_s);
    connect(m_runs, &QMenu::aboutToShow, this, &CurveBar::runsWanted);
    restyle();
    retranslate();
}

QToolButton *CurveBar::addMenuButton(QHBoxLayout *row, const QString &objectName, QMenu *menu)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    row->addWidget(button);
    return button;
}

QAction *CurveBar::addExport(const QString &suffix)
{
    QAction *action = m_exportMenu->addAction(QString(), this, [this, suffix] { Q_EMIT exportWanted(suffix); });
    action->setObjectName(u"curveExport-"_s + suffix);
    return action;
}

void CurveBar::describe(const CurveData &data)
{
    for (LegendButton *button : std::as_const(m_legend)) {
        button->setText(CurveWords::layer(button->layer(), data));
        button->setAccessibleName(button->text());
        button->setToolTip(CurveWords::layerTip(button->layer(), data));
        button->setVisible(data.has(button->layer()));
    }
    makeRoom();
}

CurveLayers CurveBar::layers() const
{
    CurveLayers layers;
    for (const LegendButton *button : m_legend)
        layers.setFlag(button->layer(), button->isChecked());
    return layers;
}

void CurveBar::offerRuns(const QList<RunRow> &runs, RunId shown, RunId beside)
{
    m_runs->clear();
    const auto add = [this, beside](const QString &name, RunId run) {
        QAction *action = m_runs->addAction(name, this, [this, run] { Q_EMIT besideChosen(run); });
        action->setCheckable(true);
        action->setChecked(run == beside);
    };
    add(tr("No other run"), {});
    m_runs->addSeparator();
    for (const RunRow &row : runs) {
        if (row.run.id != shown)
            add(tr("%1 – %2", "run and its suite").arg(row.run.name, row.suiteName).replace(u'&', u"&&"_s), row.run.id);
    }
}

void CurveBar::showBeside(const QString &name)
{
    m_besideName = name;
    m_beside->setAccessibleName(tr("Compare with run"));
    m_beside->setText(name.isEmpty() ? tr("Compare with run") : tr("Beside: %1", "name of the second run in the chart").arg(name));
    makeRoom();
}

void CurveBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void CurveBar::makeRoom()
{
    for (LegendButton *button : std::as_const(m_legend))
        button->setCompact(false);
    m_beside->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto fits = [this] {
        int needed = m_beside->sizeHint().width() + m_export->sizeHint().width() + 20;
        for (const LegendButton *button : std::as_const(m_legend))
            needed += button->isHidden() ? 0 : button->sizeHint().width() + 1;
        return needed <= width();
    };
    // Words give way one by one, those first whose signs speak for themselves; tooltips keep them.
    if (!fits())
        m_beside->setToolButtonStyle(Qt::ToolButtonIconOnly);
    for (const CurveLayer layer : {CurveLayer::Marks, CurveLayer::Baseline, CurveLayer::Recalled, CurveLayer::Trust,
                                   CurveLayer::Checkpoints, CurveLayer::Window, CurveLayer::Rounds}) {
        if (fits())
            return;
        for (LegendButton *button : std::as_const(m_legend)) {
            if (button->layer() == layer)
                button->setCompact(true);
        }
    }
}

void CurveBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
    else if (event->type() == QEvent::FontChange)
        makeRoom();
}

void CurveBar::restyle()
{
    m_export->setIcon(theme::icon(u"export"_s, palette()));
    m_beside->setIcon(theme::icon(u"compare"_s, palette()));
}

void CurveBar::retranslate()
{
    m_export->setToolTip(tr("Export and zoom"));
    m_export->setAccessibleName(tr("Export and zoom"));
    m_beside->setToolTip(tr("Draw a second run in another colour"));
    m_exports[0]->setText(tr("Save as SVG…"));
    m_exports[1]->setText(tr("Save as PNG…"));
    m_exports[2]->setText(tr("Save as CSV…"));
    m_reset->setText(tr("Reset zoom (double-click)"));
    showBeside(m_besideName);
}

} // namespace autodidact
