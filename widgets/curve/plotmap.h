#pragma once

#include <QRectF>

namespace autodidact {

/// From rounds and shares to pixels.
struct PlotMap {
    QRectF pixels;
    double left = 0.5;       ///< rounds
    double right = 1.5;
    double bottom = 0;       ///< shares
    double top = 1;

    /// For the run beside: a little to the left, so that two intervals of one round do not hide each other.
    PlotMap aside() const { return {pixels.translated(-6, 0), left, right, bottom, top}; }
    double x(double round) const { return pixels.left() + (round - left) / (right - left) * pixels.width(); }
    double y(double share) const { return pixels.bottom() - (share - bottom) / (top - bottom) * pixels.height(); }
    QPointF at(double round, double share) const { return {x(round), y(share)}; }
    double roundAt(double pixel) const { return left + (pixel - pixels.left()) / pixels.width() * (right - left); }
    double shareAt(double pixel) const { return bottom + (pixels.bottom() - pixel) / pixels.height() * (top - bottom); }
};

} // namespace autodidact
