#include "core/tasks/jsonslices.h"

#include "core/base/json.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isBlank(char sign)
{
    return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
}

/// Walks over a JSON text and counts lines.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    char sign() const { return atEnd() ? '\0' : m_text.at(m_at); }
    int line() const { return m_line; }

    void skipBlanks()
    {
        while (!atEnd() && isBlank(sign()))
            step();
    }

    bool take(char wanted)
    {
        skipBlanks();
        if (sign() != wanted)
            return false;
        step();
        return true;
    }

    /// One value: to the comma, colon or bracket that ends it.
    QByteArrayView takeValue()
    {
        const qsizetype from = m_at;
        int depth = 0;
        while (!atEnd()) {
            const char at = sign();
            if (at == '"') {
                skipText();
                continue;
            }
            if (depth == 0 && (at == ',' || at == ':' || at == ']' || at == '}'))
                break;
            depth += at == '[' || at == '{' ? 1 : at == ']' || at == '}' ? -1 : 0;
            step();
            if (depth == 0 && (at == ']' || at == '}'))
                break;
        }
        return m_text.sliced(from, m_at - from).trimmed();
    }

private:
    void step() { m_line += m_text.at(m_at++) == '\n' ? 1 : 0; }

    void skipText()
    {
        step();
        while (!atEnd() && sign() != '"') {
            if (sign() == '\\')
                step();
            if (!atEnd())
                step();
        }
        if (!atEnd())
            step();
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

std::unexpected<Error> brokenAt(int line, const QString &what)
{
    return fail(ErrorKind::BadInput, u"%1: not valid JSON: %2"_s.arg(line).arg(what));
}

/// The text of a JSON string, without its quotes.
std::optional<QString> textOf(QByteArrayView quoted)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + quoted.toByteArray() + ']');
    const QJsonValue value = document.array().at(0);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

Result<JsonLine> recordOf(const JsonSlice &slice, const QString &file)
{
    const QString place = placeOf(file, slice.line);
    if (!QUtf8StringView(slice.text.data(), slice.text.size()).isValidUtf8())
        return fail(ErrorKind::BadInput, u"%1: the record is not valid UTF-8. Save the file as UTF-8."_s.arg(place));
    if (!slice.text.startsWith('{'))
        return fail(
            ErrorKind::BadInput, u"%1: a JSON object is expected here: the array must hold one object per record."_s.arg(place));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(slice.text.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError) {
        const auto before = slice.text.first(std::clamp<qsizetype>(error.offset, 0, slice.text.size()));
        const int line = slice.line + int(std::ranges::count(before, '\n'));
        return fail(ErrorKind::BadInput,
            u"%1: not valid JSON: %2. Fetch the file again."_s.arg(placeOf(file, line), error.errorString()));
    }
    return JsonLine{slice.line, document.object()};
}

} // namespace

Result<QList<JsonSlice>> slicesOf(QByteArrayView json)
{
    Scanner scanner(json);
    const bool object = scanner.take('{');
    if (!object && !scanner.take('['))
        return brokenAt(scanner.line(), u"a list or an object is expected"_s);
    const char close = object ? '}' : ']';
    QList<JsonSlice> slices;
    while (!scanner.take(close)) {
        if (!slices.isEmpty() && !scanner.take(','))
            return brokenAt(scanner.line(), scanner.atEnd() ? u"it ends too early"_s : u"a comma is missing"_s);
        scanner.skipBlanks();
        JsonSlice slice;
        if (object) {
            const auto key = textOf(scanner.takeValue());
            if (!key || !scanner.take(':'))
                return brokenAt(scanner.line(), scanner.atEnd() ? u"it ends too early"_s : u"a key is missing"_s);
            slice.key = *key;
            scanner.skipBlanks();
        }
        slice.line = scanner.line();
        slice.text = scanner.takeValue();
        if (slice.text.isEmpty())
            return brokenAt(scanner.line(), scanner.atEnd() ? u"it ends too early"_s : u"a value is missing"_s);
        slices.append(slice);
    }
    scanner.skipBlanks();
    if (!scanner.atEnd())
        return brokenAt(scanner.line(), u"there is something behind its end"_s);
    return slices;
}

Result<QList<JsonLine>> parseRecords(const QByteArray &bytes, const QString &file)
{
    QByteArrayView text = bytes;
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    const auto first = std::ranges::find_if_not(text, isBlank);
    if (first == text.end() || *first != '[')
        return parseJsonLines(bytes, file);
    const auto slices = slicesOf(text);
    if (!slices)
        return fail(ErrorKind::BadInput, u"%1:%2. Fetch the file again."_s.arg(file, slices.error().detail));
    QList<JsonLine> records;
    for (const JsonSlice &slice : *slices) {
        Result<JsonLine> record = recordOf(slice, file);
        if (!record)
            return std::unexpected(record.error());
        records.append(std::move(*record));
    }
    return records;
}

} // namespace autodidact
