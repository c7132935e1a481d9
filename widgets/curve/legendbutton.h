#pragma once

#include "widgets/curve/curvelayer.h"

#include <QAbstractButton>

namespace autodidact {

/// One entry of the legend; shows and hides its layer. GUI thread.
class LegendButton : public QAbstractButton
{
    Q_OBJECT

public:
    LegendButton(CurveLayer layer, QWidget *parent);

    CurveLayer layer() const { return m_layer; }
    void setCompact(bool compact);               ///< the sign alone
    int wideWidth() const;                       ///< with its words
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CurveLayer m_layer;
    bool m_compact = false;
};

} // namespace autodidact
