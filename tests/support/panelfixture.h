#pragma once

#include "tests/support/demorun.h"
#include "widgets/base/services.h"
#include "widgets/base/theme.h"

#include <QApplication>
#include <QDir>

#include <algorithm>

namespace autodidact::test {

/// A finished run, and what a panel needs to show it. Nothing runs: events are handed to the feed.
struct PanelFixture {
    DemoRun demo;
    Feed feed;
    CursorKeeper cursor;
    Agent agent{demo.path(), &feed, {}};
    Reader reader{demo.path()};
    Services services{cursor, feed, reader, agent};

    Cursor at(int round, int task, int attempt) const { return {demo.run().id, round, task, attempt}; }

    /// Through the journal and to the panels, as the loop does it.
    void happen(const Place &place, EventPayload payload) { feed.published(demo.append(place, std::move(payload))); }
};

enum class Look { Light, Dark };

inline void dress(Look look)
{
    QApplication::setPalette(look == Look::Dark ? theme::darkPalette() : theme::lightPalette());
}

/// Keeps the picture below the folder named by AUTODIDACT_SHOTS, for people; nothing without it.
inline void keepPicture(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("AUTODIDACT_SHOTS");
    if (!folder.isEmpty())
        picture.save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

/// How many pixels have exactly this colour.
inline int countColor(const QImage &picture, const QColor &color)
{
    const QImage plain = picture.convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        count += int(std::count(line, line + plain.width(), color.rgb()));
    }
    return count;
}

} // namespace autodidact::test
