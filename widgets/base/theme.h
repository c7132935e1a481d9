#pragma once

#include "core/domain/verdict.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace autodidact {

/// State of a run, round, task or attempt as the workbench shows it.
enum class ShownState { None, Passed, Recalled, Failed, Running, Waiting, Infrastructure };

/// Colours and icons of the workbench; shape decides, colour helps (GUI.md, "Colours and icons").
/// Green and red mean tests only; diffs are blue and orange. All follow light and dark.
namespace theme {

bool isDark(const QPalette &palette);
QColor stateColor(ShownState state, const QPalette &palette);

/// An icon from ":/icons/NAME.svg", drawn in the palette's text colour or in \p color.
QIcon icon(const QString &name, const QPalette &palette, const QColor &color = {});
QIcon stateIcon(ShownState state, const QPalette &palette);

QColor addedBackground(const QPalette &palette);      ///< diff: blue
QColor removedBackground(const QPalette &palette);    ///< diff: orange
QColor addedWord(const QPalette &palette);
QColor removedWord(const QPalette &palette);

/// Distinct colours for series of a chart; two runs never share colour and marker.
QColor seriesColor(int index, const QPalette &palette);

/// Fixed-pitch font at the application's text size.
QFont codeFont();

/// Palettes of the two themes (Fusion style).
QPalette lightPalette();
QPalette darkPalette();

} // namespace theme
} // namespace autodidact
