// The cache file of HnswIndex: a header in JSON beside the graph, which hnswlib writes itself.
#include "core/memory/hnswindex.h"

#include "core/base/file.h"
#include "core/base/json.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int FormatVersion = 2;

/// The graph is beside the header, which names it by its checksum.
QString graphPath(const QString &path, const QString &sum)
{
    return path + u'.' + sum.first(std::min<qsizetype>(16, sum.size())) + u".graph"_s;
}

/// Graphs that no header names any more, and what a killed process left.
void removeOthers(const QString &path, const QString &kept)
{
    const QFileInfo header(path);
    const QDir folder = header.dir();
    for (const QFileInfo &file : folder.entryInfoList({header.fileName() + u".*.graph"_s, header.fileName() + u".*.part"_s}, QDir::Files)) {
        if (file.absoluteFilePath() != QFileInfo(kept).absoluteFilePath())
            QFile::remove(file.absoluteFilePath());
    }
}

Result<QString> checksum(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorKind::Storage, u"%1: cannot be read: %2"_s.arg(path, file.errorString()));
    return QString::fromLatin1(hash.result().toHex());
}

/// Stands for every id and vector: an index of other content does not match.
QString sourceKey(const IndexSource &source)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const auto &[id, embedding] : source.entries) {
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(&id.value), sizeof id.value));
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(embedding.constData()),
            embedding.size() * qsizetype(sizeof(float))));
    }
    return QString::fromLatin1(hash.result().toHex());
}

QJsonObject headerOf(const IndexSource &source)
{
    return {
        {u"format"_s, u"autodidact-vector-index"_s},
        {u"version"_s, FormatVersion},
        {u"embedder"_s, source.embedder},
        {u"dimension"_s, source.dimension},
        {u"entries"_s, source.entries.size()},
        {u"source"_s, sourceKey(source)},
    };
}

} // namespace

Status HnswIndex::save(const QString &path, const IndexSource &source) const
{
    const QString part = path + u'.' + QString::number(QCoreApplication::applicationPid()) + u".part"_s;
    try {
        writeGraph(part);
    } catch (const std::exception &exception) {
        return fail(ErrorKind::Storage, u"%1: cannot be written: %2"_s.arg(part, QString::fromUtf8(exception.what())));
    }
    const Result<QString> sum = checksum(part);
    if (!sum)
        return std::unexpected(sum.error());
    const QString graph = graphPath(path, *sum);
    std::error_code error;
    std::filesystem::rename(part.toStdString(), graph.toStdString(), error);
    if (error)
        return fail(ErrorKind::Storage, u"%1: cannot be renamed: %2"_s.arg(part, QString::fromStdString(error.message())));
    QJsonObject header = headerOf(source);
    header.insert(u"graph"_s, *sum);
    if (const Status written = writeFile(path, toJsonLine(header)); !written)
        return written;
    removeOthers(path, graph);
    return {};
}

Status HnswIndex::load(const QString &path, const IndexSource &source)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, u"there is no cache file"_s);
    Result<QJsonObject> header = parseJsonObject(file.readAll(), path);
    if (!header)
        return std::unexpected(header.error());
    const QString expected = header->take(u"graph"_s).toString();
    if (*header != headerOf(source))
        return fail(ErrorKind::BadInput, u"the cache file is of other memories, another embedder or another format"_s);
    const Result<QString> found = checksum(graphPath(path, expected));
    if (!found)
        return std::unexpected(found.error());
    if (*found != expected)
        return fail(ErrorKind::BadInput, u"the cache file is damaged: its checksum differs"_s);
    try {
        readGraph(graphPath(path, expected), source);
    } catch (const std::exception &exception) {
        return fail(ErrorKind::BadInput, u"the cache file cannot be used: %1"_s.arg(QString::fromUtf8(exception.what())));
    }
    return {};
}

Result<std::unique_ptr<HnswIndex>> HnswIndex::fromCache(const QString &path, const IndexSource &source)
{
    auto index = std::make_unique<HnswIndex>(source.dimension);
    if (const Status loaded = index->load(path, source); !loaded)
        return std::unexpected(loaded.error());
    return index;
}

Result<HnswIndex::Loaded> HnswIndex::loadOrRebuild(const QString &path, const IndexSource &source, std::stop_token stop)
{
    Result<std::unique_ptr<HnswIndex>> loaded = fromCache(path, source);
    if (loaded)
        return Loaded{std::move(*loaded), IndexOrigin::Loaded, {}};
    Result<std::unique_ptr<HnswIndex>> built = build(source, stop);
    if (!built)
        return std::unexpected(built.error());
    QString reason = loaded.error().detail;
    // Without a cache file the next start is slow, and nothing worse.
    if (const Status saved = (*built)->save(path, source); !saved)
        reason += u"; "_s + saved.error().detail;
    return Loaded{std::move(*built), IndexOrigin::Rebuilt, reason};
}

} // namespace autodidact
