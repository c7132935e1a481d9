#include "core/storage/runstore.h"
#include "tests/support/panelfixture.h"
#include "widgets/curve/curvepanel.h"
#include "widgets/curve/curveview.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

class TestCurvePanel : public QObject
{
    Q_OBJECT

private:
    struct Shown : PanelFixture {
        Shown()
        {
            panel.resize(760, 260);
            panel.show();
        }

        void open()
        {
            cursor.request({demo.run().id});
            QTRY_VERIFY(!panel.isEmpty());
        }

        CurveView &view() const { return *panel.view(); }
        QPoint pointOf(int round) const
        {
            return view().mapFromScene(view().map().at(round, view().data().dotOf(round)->learnt.value));
        }

        Round roundFour(bool finished) const
        {
            Round round;
            round.run = demo.run().id;
            round.number = 4;
            round.version = 2;
            round.tasks = 5;
            round.finished = finished;
            return round;
        }

        void finishTask(int task)
        {
            const Task &of = demo.tasks()[task].task;
            happen({4, Phase::Learn, task}, TaskStarted{of.id, of.key, Split::Learn});
            happen({4, Phase::Learn, task}, TaskFinished{.task = of.id, .key = of.key, .attempts = 1, .solved = true});
        }

        CurvePanel panel{services};
    };

private Q_SLOTS:
    void initTestCase() { dress(Look::Light); }

    void showsTheRunOfTheCursor()
    {
        Shown shown;
        QVERIFY(shown.panel.isEmpty());
        shown.open();
        QCOMPARE(shown.view().data().rounds.size(), 3);
        QCOMPARE(shown.view().data().rounds[0].solved, 3);
        QCOMPARE(shown.view().data().checks.size(), 3);
        QCOMPARE(shown.view().shown(), QRectF(0.5, 0, 3, 1));
    }

    void aPointLeadsToItsRound()
    {
        Shown shown;
        shown.open();
        QSignalSpy versions(&shown.panel, &CurvePanel::versionHighlighted);
        QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, shown.pointOf(2));
        QCOMPARE(shown.cursor.cursor(), (Cursor{shown.demo.run().id, 2, {}, {}}));
        QCOMPARE(versions.value(0).value(0).toInt(), 2);
        QVERIFY(shown.view().tipAt(shown.view().mapToScene(shown.pointOf(2))).contains(u"Round 2, version 2"_s));
    }

    void signsLeadToUpdatesAndDecisions()
    {
        Shown shown;
        shown.open();
        QSignalSpy updates(&shown.panel, &CurvePanel::updateRequested);
        QSignalSpy decisions(&shown.panel, &CurvePanel::decisionRequested);
        const PlotMap map = shown.view().map();
        for (double x = map.pixels.left(); x < map.pixels.right() + 20; x += 3)
            QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, shown.view().mapFromScene(x, map.pixels.top() - 10));
        QSet<qint64> seen;
        for (const QList<QVariant> &call : std::as_const(updates))
            seen.insert(call[0].value<UpdateId>().value);
        QVERIFY(seen.size() >= 2);
        QVERIFY(!decisions.isEmpty());
        QVERIFY(shown.cursor.cursor().round.has_value());
    }

    void newPointsChangeNoAxisAfterZoom()
    {
        Shown shown;
        shown.open();
        QWheelEvent wheel(shown.pointOf(2), shown.view().viewport()->mapToGlobal(shown.pointOf(2)), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(shown.view().viewport(), &wheel);
        QVERIFY(shown.view().isZoomed());
        const QRectF before = shown.view().shown();
        QVERIFY(before.width() < 3);
        shown.happen({4, Phase::Open}, RoundStarted{shown.roundFour(false), {0, 1, 2, 3, 4}});
        shown.finishTask(0);
        QTRY_COMPARE(shown.view().data().rounds.size(), 4);
        QCOMPARE(shown.view().shown(), before);
        QTest::mouseDClick(shown.view().viewport(), Qt::LeftButton, {}, shown.view().viewport()->rect().center());
        QCOMPARE(shown.view().shown(), QRectF(0.5, 0, 4, 1));
    }

    void draggingZooms()
    {
        Shown shown;
        shown.open();
        const PlotMap map = shown.view().map();
        const QPoint from = shown.view().mapFromScene(map.at(0.8, 0.9));
        const QPoint to = shown.view().mapFromScene(map.at(2.2, 0.2));
        QTest::mousePress(shown.view().viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(shown.view().viewport(), to);
        QTest::mouseRelease(shown.view().viewport(), Qt::LeftButton, {}, to);
        QVERIFY(shown.view().isZoomed());
        QVERIFY(qAbs(shown.view().shown().left() - 0.8) < 0.05);
        QVERIFY(qAbs(shown.view().shown().height() - 0.7) < 0.05);
    }

    void liveRoundShowsSoFar()
    {
        Shown shown;
        shown.open();
        shown.happen({4, Phase::Open}, RoundStarted{shown.roundFour(false), {0, 1, 2, 3, 4}});
        shown.finishTask(0);
        shown.finishTask(1);
        QTRY_VERIFY(shown.view().data().dotOf(4) && shown.view().data().dotOf(4)->tasks == 2);
        QVERIFY(!shown.view().data().dotOf(4)->finished);
        QVERIFY(shown.view().tipAt(shown.view().mapToScene(shown.pointOf(4))).contains(u"2 of 5 tasks done"_s));
    }

    void saysWhenTheFirstPointComes()
    {
        Shown shown;
        RunConfig config = shown.demo.run().config;
        config.name = u"second"_s;
        const Run run = RunStore(shown.demo.database()).create(config, shown.demo.suite().id).value();
        shown.cursor.request({run.id});
        auto *text = shown.panel.findChild<QLabel *>(u"emptyText"_s);
        QTRY_COMPARE(text->text(), u"First point after round 1."_s);
        Event started{.run = run.id, .place = {1, Phase::Open}, .payload = RoundStarted{{.run = run.id, .number = 1, .tasks = 40}, {}}};
        Event finished{.run = run.id, .place = {1, Phase::Learn, 3}, .payload = TaskFinished{}};
        // The reader may still be answering: events that come meanwhile count as well.
        shown.feed.published(started);
        shown.feed.published(finished);
        QTRY_COMPARE(text->text(), u"First point after round 1 (1 of 40 tasks done)."_s);
    }

    void legendHidesLayers()
    {
        Shown shown;
        shown.open();
        shown.panel.findChild<QAbstractButton *>(u"curveLayer%1"_s.arg(int(CurveLayer::Window)))->click();
        QVERIFY(!shown.view().layers().testFlag(CurveLayer::Window));
        QVERIFY(shown.view().layers().testFlag(CurveLayer::Rounds));
    }

    void highlightShadesTheRoundsOfAVersion()
    {
        Shown shown;
        shown.open();
        const QPoint place = shown.view().mapFromScene(shown.view().map().at(1.7, 0.03));
        const QColor plain = shown.panel.view()->grab().toImage().pixelColor(place);
        shown.panel.highlightVersion(2);
        QVERIFY(shown.panel.view()->grab().toImage().pixelColor(place) != plain);
        shown.panel.highlightVersion(std::nullopt);
        QCOMPARE(shown.panel.view()->grab().toImage().pixelColor(place), plain);
    }

    void exports()
    {
        Shown shown;
        shown.open();
        QTemporaryDir folder;
        QSignalSpy failures(&shown.panel, &CurvePanel::failed);
        for (const QString &name : {u"curve.svg"_s, u"curve.png"_s, u"curve.csv"_s})
            shown.panel.exportTo(folder.filePath(name));
        QVERIFY(failures.isEmpty());
        QFile svg(folder.filePath(u"curve.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&svg);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        const QImage png(folder.filePath(u"curve.png"_s));
        QVERIFY(png.width() > 1000);
        keepPicture(png, u"curve-export"_s);
        shown.panel.exportTo(folder.filePath(u"curve.gif"_s));
        QCOMPARE(failures.size(), 1);
    }

    void looks_data()
    {
        QTest::addColumn<int>("look");
        QTest::addColumn<bool>("beside");
        QTest::newRow("curve-light") << int(Look::Light) << false;
        QTest::newRow("curve-dark") << int(Look::Dark) << false;
        QTest::newRow("curve-two-runs") << int(Look::Light) << true;
    }

    void looks()
    {
        QFETCH(int, look);
        QFETCH(bool, beside);
        dress(Look(look));
        Shown shown;
        shown.open();
        if (beside) {
            CurveData other = shown.view().data();
            other.name = u"another run"_s;
            other.run = RunId{99};
            for (RoundDot &dot : other.rounds)
                dot.learnt = wilson(dot.round, 5);
            for (CheckDot &dot : other.checks)
                dot.rate = wilson(1, 4);
            shown.panel.view()->setOther(other);
        }
        QCoreApplication::processEvents();   // lets the legend take its room
        const QImage picture = shown.panel.grab().toImage();
        keepPicture(picture, QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(countColor(picture, theme::seriesColor(0, shown.panel.palette())) > 60);
        QCOMPARE(countColor(picture, theme::seriesColor(7, shown.panel.palette())) > 20, beside);
        dress(Look::Light);
    }
};

QTEST_MAIN(TestCurvePanel)
#include "tst_curvepanel.moc"
