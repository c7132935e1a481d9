#include "widgets/base/theme.h"
#include "widgets/curve/curvepainter.h"
#include "widgets/curve/curvewords.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr PlotMap map{QRectF(0, 0, 300, 200), 0.5, 3.5, 0, 1};

RoundDot roundDot(int round, int solved, int tasks)
{
    return {.round = round, .tasks = tasks, .solved = solved, .scheduled = tasks, .finished = true,
            .learnt = wilson(solved, tasks), .all = wilson(solved, tasks)};
}

CheckDot checkDot(int round, int solved, int baseline, int tasks)
{
    return {.round = round, .tasks = tasks, .solved = solved, .baselineSolved = baseline,
            .rate = wilson(solved, tasks), .baseline = wilson(baseline, tasks)};
}

WindowDot windowDot(double x, int solved, int tasks)
{
    return {x, {.round = 1, .tasks = tasks, .rate = wilson(solved, tasks)}};
}

template<typename Draw>
QImage drawn(CurvePainter::Who who, const QPalette &palette, Draw draw)
{
    QImage image(300, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    CurvePainter curve(painter, map, palette, who);
    draw(curve);
    return image;
}

/// One point without its line.
QImage point(CurveLayer layer, CurvePainter::Who who, const QPalette &palette)
{
    CurveData data;
    RoundDot recalled = roundDot(2, 3, 5);
    recalled.recalled = 3;
    recalled.learnt = wilson(0, 5);
    data.rounds = {layer == CurveLayer::Recalled ? recalled : roundDot(2, 3, 5)};
    data.checks = {checkDot(2, 3, 2, 5)};
    data.window = {windowDot(1.2, 10, 20), windowDot(1.4, 12, 20)};
    return drawn(who, palette, [&](CurvePainter &curve) {
        switch (layer) {
        case CurveLayer::Window: curve.drawWindow(data); break;
        case CurveLayer::Checkpoints: curve.drawChecks(data); break;
        case CurveLayer::Baseline: curve.drawBaseline(data); break;
        default: curve.drawRounds(data, layer, 0);
        }
    });
}

/// The colour that covers most of what was drawn; a soft text colour lets some of the ground through.
QRgb inkOf(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QRgb pixel = image.pixel(x, y); qAlpha(pixel) > 100)
                ++counts[pixel];
        }
    }
    QRgb best = 0;
    for (const auto &[pixel, count] : counts.asKeyValueRange()) {
        if (count > counts.value(best))
            best = pixel;
    }
    return best;
}

} // namespace

/// What a point of the curve says, and that it stands where the numbers are.
class TestCurvePoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The intervals are Wilson's at 95 %, worked out by hand: z = 1.959964.
    void theTooltipHasCountAndInterval_data()
    {
        QTest::addColumn<QString>("tip");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("round") << CurveWords::tip(roundDot(2, 3, 5)) << QStringList{u"3 of 5 tasks"_s, u"60 % (23–88 %)"_s};
        QTest::newRow("nothing solved") << CurveWords::tip(roundDot(1, 0, 4)) << QStringList{u"0 of 4 tasks"_s, u"0 % (0–49 %)"_s};
        QTest::newRow("all solved") << CurveWords::tip(roundDot(1, 10, 10)) << QStringList{u"10 of 10 tasks"_s, u"100 % (72–100 %)"_s};
        QTest::newRow("held-out") << CurveWords::tip(checkDot(3, 3, 0, 5))
                                  << QStringList{u"3 of 5, 60 % (23–88 %)"_s, u"First version: 0 of 5, 0 % (0–43 %)"_s};
        QTest::newRow("window") << CurveWords::tip(windowDot(1, 10, 20)) << QStringList{u"Last 20 tasks"_s, u"50 % (30–70 %)"_s};
    }

    void theTooltipHasCountAndInterval()
    {
        QFETCH(QString, tip);
        QFETCH(QStringList, parts);
        for (const QString &part : std::as_const(parts))
            QVERIFY2(tip.contains(part), qPrintable(u"“%1” lacks “%2”"_s.arg(tip, part)));
    }

    /// A run that goes from nothing to everything and back: every point at its own share, straight lines between.
    void nothingIsSmoothed()
    {
        const QPalette palette = theme::lightPalette();
        CurveData data;
        data.rounds = {roundDot(1, 0, 50), roundDot(2, 50, 50), roundDot(3, 0, 50)};
        const QImage image = drawn(CurvePainter::Who::First, palette, [&](CurvePainter &curve) { curve.drawRounds(data, CurveLayer::Rounds, 0); });
        const QRgb ink = theme::seriesColor(0, palette).rgb();
        for (const auto &[round, share] : {std::pair(1.0, 0.02), {2.0, 0.98}, {3.0, 0.02}, {1.25, 0.25}, {1.5, 0.5}, {1.75, 0.75}, {2.5, 0.5}}) {
            const QPoint at = map.at(round, share).toPoint();
            bool found = false;
            for (int dx = -1; dx <= 1; ++dx)
                found = found || (image.pixel(at + QPoint(dx, 0)) | 0xff000000) == ink;
            QVERIFY2(found, qPrintable(u"nothing at round %1, share %2"_s.arg(round).arg(share)));
        }
    }

    void twoRunsShareNoColourAndNoMarker_data()
    {
        QTest::addColumn<int>("layer");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const auto &[name, layer] : {std::pair("rounds", CurveLayer::Rounds), {"recalled", CurveLayer::Recalled},
                                              {"window", CurveLayer::Window}, {"held-out", CurveLayer::Checkpoints},
                                              {"first version", CurveLayer::Baseline}})
                QTest::addRow("%s, %s", name, dark ? "dark" : "light") << int(layer) << dark;
        }
    }

    void twoRunsShareNoColourAndNoMarker()
    {
        QFETCH(int, layer);
        QFETCH(bool, dark);
        const QPalette palette = dark ? theme::darkPalette() : theme::lightPalette();
        const QImage first = point(CurveLayer(layer), CurvePainter::Who::First, palette);
        const QImage second = point(CurveLayer(layer), CurvePainter::Who::Second, palette);
        QVERIFY(inkOf(first) != 0);
        QVERIFY2(inkOf(first) != inkOf(second), qPrintable(QColor(inkOf(first)).name()));
        if (CurveLayer(layer) == CurveLayer::Window)
            return;      // a line without markers
        const auto shape = [](const QImage &image) { return image.convertToFormat(QImage::Format_Alpha8); };
        QVERIFY(shape(first) != shape(second));
    }
};

QTEST_MAIN(TestCurvePoints)
#include "tst_curvepoints.moc"
