#include "core/runners/records.h"

#include <cstring>

namespace autodidact {

namespace {

std::optional<QStringList> readFields(const char *at, quint32 size)
{
    QStringList fields;
    const char *end = at + size;
    while (at < end) {
        quint32 length = 0;
        if (end - at < qsizetype(sizeof length))
            return std::nullopt;
        std::memcpy(&length, at, sizeof length);
        at += sizeof length;
        if (qsizetype(length) > end - at)
            return std::nullopt;
        fields << QString::fromUtf8(at, qsizetype(length));
        at += length;
    }
    return fields;
}

} // namespace

Report readReport(const QByteArray &bytes, const Nonce &nonce)
{
    Report report;
    const char *at = bytes.constData();
    const char *end = at + bytes.size();
    while (at < end && !report.forged) {
        sandbox::RecordHead head;
        if (end - at < qsizetype(sizeof head))
            break; // cut off in the middle of a record: its process was ended
        std::memcpy(&head, at, sizeof head);
        at += sizeof head;
        const bool genuine = head.magic == sandbox::reportMagic && head.nonce[0] == nonce[0]
            && head.nonce[1] == nonce[1];
        if (genuine && qsizetype(head.size) > end - at)
            break;
        const std::optional<QStringList> fields =
            genuine ? readFields(at, head.size) : std::nullopt;
        if (!fields || report.complete) {
            report.forged = true;
            break;
        }
        at += head.size;
        report.records << Record{
            sandbox::RecordKind(head.kind), int(head.index), double(head.cpuUs) / 1000, *fields};
        report.complete = report.records.last().kind == sandbox::RecordKind::Complete;
    }
    return report;
}

} // namespace autodidact
