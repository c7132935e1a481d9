#pragma once

#include "widgets/shell/appearance.h"

#include <QTest>

namespace autodidact {

/// Rows for how a window looks: every language, light and dark, usual and large type.
inline void addLooks()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("size");
    for (const QString &language : Appearance::languages()) {
        for (const bool dark : {false, true}) {
            for (const int size : {9, 16})
                QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size) << language << dark << size;
        }
    }
}

} // namespace autodidact
