#include "widgets/base/theme.h"

#include "widgets/base/tintedicon.h"

#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace autodidact::theme {

namespace {

/// One colour of both themes.
struct Pair {
    QRgb light;
    QRgb dark;

    QColor in(const QPalette &palette) const { return QColor::fromRgb(isDark(palette) ? dark : light); }
};

constexpr Pair passed{0x00735C, 0x7FE0C0};
constexpr Pair failed{0xB3261E, 0xF2695C};
constexpr Pair running{0x0B5CAD, 0x7CB7FF};
constexpr Pair waiting{0x8A5A00, 0xF2B84B};
constexpr Pair infrastructure{0x5F6368, 0xA9AFB5};

/// Neither red nor green: those mean tests.
constexpr std::array<Pair, 8> series{{{0x0B5CAD, 0x7CB7FF},
                                      {0xB85400, 0xF5A25D},
                                      {0x7A3E9D, 0xC79BE6},
                                      {0x00788A, 0x5CCBDD},
                                      {0x8A6D00, 0xE3C54A},
                                      {0xA8286F, 0xF08CC0},
                                      {0x4A5568, 0xB4BECC},
                                      {0x6B4F2A, 0xD0AE80}}};

QString iconName(ShownState state)
{
    switch (state) {
    case ShownState::None: return u"state-none"_s;
    case ShownState::Passed: return u"state-passed"_s;
    case ShownState::Recalled: return u"state-recalled"_s;
    case ShownState::Failed: return u"state-failed"_s;
    case ShownState::Running: return u"state-running"_s;
    case ShownState::Waiting: return u"state-waiting"_s;
    case ShownState::Infrastructure: return u"state-infrastructure"_s;
    }
    return {};
}

/// What a palette of ours is made from.
struct Tones {
    QRgb window, base, alternate, text, soft, button, edge, highlight, highlightedText, link, disabled;
};

QPalette paletteOf(const Tones &t)
{
    QPalette palette(QColor::fromRgb(t.button), QColor::fromRgb(t.window));
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor::fromRgb(color)); };
    set(QPalette::Base, t.base);
    set(QPalette::AlternateBase, t.alternate);
    set(QPalette::ToolTipBase, t.base);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, t.text);
    set(QPalette::BrightText, t.highlightedText);
    set(QPalette::PlaceholderText, t.soft);
    set(QPalette::Highlight, t.highlight);
    set(QPalette::Accent, t.highlight);
    set(QPalette::HighlightedText, t.highlightedText);
    set(QPalette::Link, t.link);
    set(QPalette::LinkVisited, t.link);
    set(QPalette::Mid, t.edge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(t.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(t.edge));
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor stateColor(ShownState state, const QPalette &palette)
{
    switch (state) {
    case ShownState::None: return palette.color(QPalette::PlaceholderText);
    case ShownState::Passed:
    case ShownState::Recalled: return passed.in(palette);
    case ShownState::Failed: return failed.in(palette);
    case ShownState::Running: return running.in(palette);
    case ShownState::Waiting: return waiting.in(palette);
    case ShownState::Infrastructure: return infrastructure.in(palette);
    }
    return {};
}

QIcon icon(const QString &name, const QPalette &palette, const QColor &color)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QColor tint = color.isValid() ? color : palette.color(QPalette::ButtonText);
    const QColor disabled = palette.color(QPalette::Disabled, QPalette::ButtonText);
    return QIcon(new TintedIcon(file.readAll(), tint, disabled));   // QIcon owns it
}

QIcon stateIcon(ShownState state, const QPalette &palette)
{
    return icon(iconName(state), palette, stateColor(state, palette));
}

QColor addedBackground(const QPalette &palette) { return Pair{0xE1EEFB, 0x142C44}.in(palette); }
QColor removedBackground(const QPalette &palette) { return Pair{0xFDEBD8, 0x40290F}.in(palette); }
QColor addedWord(const QPalette &palette) { return Pair{0xB1D4F5, 0x1F5388}.in(palette); }
QColor removedWord(const QPalette &palette) { return Pair{0xF7CB9C, 0x7C4A14}.in(palette); }

QColor seriesColor(int index, const QPalette &palette)
{
    return series[size_t(qMax(index, 0)) % series.size()].in(palette);
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPointSizeF(QGuiApplication::font().pointSizeF());
    return font;
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xF3F4F6, .base = 0xFFFFFF, .alternate = 0xF7F8FA, .text = 0x1B1F24, .soft = 0x5A6270,
                      .button = 0xFAFBFC, .edge = 0xC3C9D1, .highlight = 0x0B5CAD, .highlightedText = 0xFFFFFF,
                      .link = 0x0B5CAD, .disabled = 0x8A929D});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0x22262C, .base = 0x181B20, .alternate = 0x1D2126, .text = 0xE4E7EB, .soft = 0xA3ACB8,
                      .button = 0x2D323A, .edge = 0x454C57, .highlight = 0x2F6FB8, .highlightedText = 0xFFFFFF,
                      .link = 0x7CB7FF, .disabled = 0x737C88});
}

} // namespace autodidact::theme
