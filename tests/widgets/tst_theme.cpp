#include "widgets/base/theme.h"

#include <QDir>
#include <QTest>

#include <cmath>

using namespace autodidact;

/// Contrast and shape: no state is told by colour alone, and everything can be read.
class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndStatesCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// WCAG 2.1: contrast of at least 4.5 to 1 for text.
    void textAndStatesCanBeRead()
    {
        QFETCH(const bool, dark);
        const QPalette palette = dark ? theme::darkPalette() : theme::lightPalette();
        QCOMPARE(theme::isDark(palette), dark);
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            const QColor below = palette.color(ground);
            QVERIFY(contrast(palette.color(QPalette::Text), below) >= 7);
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), below) >= 4.5);
            for (const ShownState state : states)
                QVERIFY2(contrast(theme::stateColor(state, palette), below) >= 4.5, qPrintable(QString::number(int(state))));
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        for (const QColor &ground : {theme::addedBackground(palette), theme::removedBackground(palette), theme::addedWord(palette), theme::removedWord(palette)})
            QVERIFY(contrast(palette.color(QPalette::Text), ground) >= 4.5);
    }

    void statesDifferInShape()
    {
        const QPalette palette = theme::lightPalette();
        QList<QImage> shapes;
        for (const ShownState state : states) {
            const QImage shape = theme::stateIcon(state, palette).pixmap(32, 32).toImage().convertToFormat(QImage::Format_ARGB32).createAlphaMask();
            QVERIFY(!shape.isNull());
            QVERIFY(!shapes.contains(shape));
            shapes.append(shape);
        }
    }

    void everyIconDraws()
    {
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 40);
        for (const QString &file : files) {
            const QImage image = theme::icon(file.chopped(4), theme::lightPalette()).pixmap(24, 24).toImage();
            int painted = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    painted += image.pixelColor(x, y).alpha() > 60 ? 1 : 0;
            }
            QVERIFY2(painted > 8, qPrintable(file));
        }
    }

    void iconsTakeTheColourOfTheTheme()
    {
        const auto ink = [](const QPalette &palette) {
            const QImage image = theme::icon(QStringLiteral("stop"), palette).pixmap(24, 24).toImage();
            return image.pixelColor(12, 12);
        };
        QVERIFY(ink(theme::lightPalette()).lightness() < 80);
        QVERIFY(ink(theme::darkPalette()).lightness() > 170);
    }

private:
    static constexpr std::array states{ShownState::Passed, ShownState::Recalled, ShownState::Failed, ShownState::Running, ShownState::Waiting,
                                       ShownState::Infrastructure};

    static double luminance(const QColor &color)
    {
        const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    }

    static double contrast(const QColor &a, const QColor &b)
    {
        const double x = luminance(a), y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
