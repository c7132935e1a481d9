#include "widgets/curve/curveexport.h"

#include "core/base/file.h"
#include "widgets/curve/curvepainter.h"
#include "widgets/curve/curveview.h"
#include "widgets/curve/curvewords.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int signWidth = 24;

QString quoted(QString text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString share(double value)
{
    return QString::number(value, 'f', 4);
}

QString line(const CurveData &run, const RoundDot &dot)
{
    QStringList cells{quoted(run.name), QString::number(dot.round), QString::number(dot.version), QString::number(dot.finished ? 1 : 0),
                      QString::number(dot.tasks), QString::number(dot.solved), QString::number(dot.recalled), QString::number(dot.firstTry),
                      share(dot.learnt.value), share(dot.learnt.low), share(dot.learnt.high), share(dot.all.value)};
    for (const CheckDot &check : run.checks) {
        if (check.round == dot.round)
            cells += {QString::number(check.tasks), QString::number(check.solved), share(check.rate.value), share(check.rate.low),
                      share(check.rate.high), QString::number(check.baselineSolved)};
    }
    while (cells.size() < 18)
        cells.append(QString());
    return cells.join(u',') + u'\n';
}

int legendHeight(const CurveView &view)
{
    return view.fontMetrics().height() + 12;
}

void paintLegend(QPainter &painter, const CurveView &view, const QRectF &area)
{
    double x = area.left() + 12;
    for (const CurveLayer layer : allCurveLayers) {
        if (!view.layers().testFlag(layer) || !view.data().has(layer) || layer == CurveLayer::Marks)
            continue;
        CurvePainter(painter, {}, view.palette()).drawSign(layer, QRectF(x, area.top() + 4, signWidth, area.height() - 8));
        const QString text = CurveWords::layer(layer, view.data());
        painter.setPen(view.palette().color(QPalette::Text));
        painter.drawText(QRectF(x + signWidth + 5, area.top(), 400, area.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += signWidth + 5 + painter.fontMetrics().horizontalAdvance(text) + 16;
    }
}

void paint(QPainter &painter, CurveView &view, const QSize &size)
{
    const int legend = legendHeight(view);
    painter.setFont(view.font());
    painter.fillRect(QRect(QPoint(), size), view.palette().color(QPalette::Base));
    view.render(&painter, QRectF(0, 0, size.width(), size.height() - legend), view.viewport()->rect());
    paintLegend(painter, view, QRectF(0, size.height() - legend, size.width(), legend));
}

} // namespace

QString CurveExport::csv(const QList<CurveData> &runs)
{
    QString text = u"run,round,version,finished,tasks,solved,recalled,first_try,success,success_low,success_high,with_recalled,"
                   "checkpoint_tasks,checkpoint_solved,checkpoint,checkpoint_low,checkpoint_high,baseline_solved\n"_s;
    for (const CurveData &run : runs) {
        for (const RoundDot &dot : run.rounds)
            text += line(run, dot);
    }
    return text;
}

Status CurveExport::write(CurveView &view, const QString &path)
{
    const QSize size = view.viewport()->size() + QSize(0, legendHeight(view));
    if (path.endsWith(u".csv"_s, Qt::CaseInsensitive)) {
        QList<CurveData> runs{view.data()};
        if (view.other())
            runs.append(*view.other());
        return writeFile(path, csv(runs).toUtf8());
    }
    if (path.endsWith(u".svg"_s, Qt::CaseInsensitive)) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(), size));
        generator.setTitle(view.data().name);
        QPainter painter(&generator);
        paint(painter, view, size);
        painter.end();
        return writeFile(path, bytes);
    }
    if (!path.endsWith(u".png"_s, Qt::CaseInsensitive))
        return fail(ErrorKind::BadUsage, u"%1: expected a name ending in .svg, .png or .csv"_s.arg(path));
    constexpr int sharpness = 2;
    QImage image(size * sharpness, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(sharpness);
    QPainter painter(&image);
    paint(painter, view, size);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return writeFile(path, bytes);
}

} // namespace autodidact
