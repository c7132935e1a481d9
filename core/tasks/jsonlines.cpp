#include "core/tasks/jsonlines.h"

#include "core/base/json.h"

#include <QFile>

#include <zlib.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LargestFile = qsizetype(1) << 30;

struct InflateEnd {
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

std::unexpected<Error> damaged(const QString &path)
{
    return fail(ErrorKind::BadInput,
        u"%1: the compressed file is damaged or ends too early. Fetch it again, or unpack it by hand."_s.arg(path));
}

/// Inflates one member; moves \p packed behind it.
Status inflateMember(QByteArrayView &packed, QByteArray &plain, const QString &path)
{
    z_stream stream{};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return fail(ErrorKind::Internal, u"%1: zlib could not be started"_s.arg(path));
    const std::unique_ptr<z_stream, InflateEnd> owner(&stream);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    for (int state = Z_OK; state != Z_STREAM_END;) {
        stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        stream.avail_out = uInt(buffer.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return damaged(path);
        plain.append(buffer.constData(), buffer.size() - stream.avail_out);
        if (plain.size() > LargestFile)
            return fail(ErrorKind::BadInput, u"%1: it unpacks to more than 1 GiB. Split it into smaller suites."_s.arg(path));
    }
    packed = packed.last(qsizetype(stream.avail_in));
    return {};
}

} // namespace

Result<QByteArray> readPlainOrGzip(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::NotFound, u"%1: there is no such file. Check the path."_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::BadInput, u"%1: it cannot be opened: %2"_s.arg(path, file.errorString()));
    if (file.size() > LargestFile)
        return fail(ErrorKind::BadInput, u"%1: it is larger than 1 GiB. Split it into smaller suites."_s.arg(path));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::BadInput, u"%1: it cannot be read: %2"_s.arg(path, file.errorString()));
    if (!bytes.startsWith("\x1f\x8b"))
        return bytes;
    QByteArray plain;
    for (QByteArrayView packed = bytes; packed.startsWith("\x1f\x8b");) {
        if (const Status done = inflateMember(packed, plain, path); !done)
            return std::unexpected(done.error());
    }
    return plain;
}

Result<QList<JsonLine>> parseJsonLines(const QByteArray &bytes, const QString &file)
{
    QList<JsonLine> lines;
    QByteArrayView rest = bytes;
    if (rest.startsWith("\xef\xbb\xbf"))
        rest = rest.sliced(3);
    if (rest.startsWith("\xff\xfe") || rest.startsWith("\xfe\xff"))
        return fail(ErrorKind::BadInput, u"%1: the file is UTF-16. Save it as UTF-8."_s.arg(placeOf(file, 1)));
    for (int number = 1; !rest.isEmpty(); ++number) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.isEmpty())
            continue;
        const QString place = placeOf(file, number);
        if (!QUtf8StringView(line.data(), line.size()).isValidUtf8())
            return fail(ErrorKind::BadInput, u"%1: the line is not valid UTF-8. Save the file as UTF-8."_s.arg(place));
        Result<QJsonObject> object = parseJsonObject(line.toByteArray(), place);
        if (!object)
            return fail(ErrorKind::BadInput, object.error().detail + u". Every line must hold one whole JSON object."_s);
        lines.append({number, std::move(*object)});
    }
    return lines;
}

QString placeOf(const QString &file, int line)
{
    return u"%1:%2"_s.arg(file).arg(line);
}

} // namespace autodidact
