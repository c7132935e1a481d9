#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <zlib.h>

/// The text of a file compressed with gzip; empty when it cannot be read.
inline QByteArray readCompressed(const QString &path)
{
    QByteArray text;
    const gzFile file = gzopen(path.toLocal8Bit().constData(), "rb");
    char piece[65536];
    for (int count = 0; file && (count = gzread(file, piece, sizeof piece)) > 0;)
        text.append(piece, count);
    if (file)
        gzclose(file);
    return text;
}

inline double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}
