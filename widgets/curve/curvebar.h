#pragma once

#include "core/storage/rows.h"
#include "widgets/curve/curvedata.h"
#include "widgets/curve/curvelayer.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace autodidact {

class LegendButton;

/// The row above the curve: the legend with its switches, the run beside it, and export. GUI thread.
class CurveBar : public QWidget
{
    Q_OBJECT

public:
    explicit CurveBar(QWidget *parent = nullptr);

    void describe(const CurveData &data);
    CurveLayers layers() const;
    void offerRuns(const QList<RunRow> &runs, RunId shown, RunId beside);
    void showBeside(const QString &name);        ///< empty for none
    QMenu *exportMenu() const { return m_exportMenu; }
    void retranslate();

Q_SIGNALS:
    void layersChanged(autodidact::CurveLayers layers);
    void runsWanted();                           ///< the menu of runs opens
    void besideChosen(autodidact::RunId run);    ///< not valid: none
    void exportWanted(const QString &suffix);    ///< "svg", "png" or "csv"
    void zoomResetWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addMenuButton(QHBoxLayout *row, const QString &objectName, QMenu *menu);
    QAction *addExport(const QString &suffix);
    void makeRoom();
    void restyle();

    QList<LegendButton *> m_legend;
    QMenu *m_runs;
    QMenu *m_exportMenu;
    QToolButton *m_beside;
    QToolButton *m_export;
    QList<QAction *> m_exports;
    QAction *m_reset;
    QString m_besideName;
};

} // namespace autodidact
