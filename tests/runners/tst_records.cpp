#include "core/runners/records.h"
#include "core/runners/scrub.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// The report pipe holds what the tests' side wrote, or whatever a hostile program could put there.
class tst_Records : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRecords();
    void refusesOtherNonces();
    void refusesWhatFollowsTheEnd();
    void stopsAtACutRecord();
    void survivesAnyBytes();
    void scrubsAddresses();
};

namespace {

const Nonce nonce{11, 22};

QByteArray record(sandbox::RecordKind kind, quint32 index, const QStringList &fields = {},
    const Nonce &mark = nonce)
{
    QByteArray body;
    for (const QString &field : fields) {
        const QByteArray bytes = field.toUtf8();
        const quint32 size = quint32(bytes.size());
        body.append(reinterpret_cast<const char *>(&size), sizeof size).append(bytes);
    }
    sandbox::RecordHead head;
    head.kind = quint32(kind);
    head.nonce[0] = mark[0];
    head.nonce[1] = mark[1];
    head.index = index;
    head.size = quint32(body.size());
    head.cpuUs = 1500;
    return QByteArray(reinterpret_cast<const char *>(&head), sizeof head) + body;
}

using enum sandbox::RecordKind;

} // namespace

void tst_Records::readsRecords()
{
    const Report report = readReport(
        record(Passed, 0) + record(Failed, 1, {u"ValueError"_s, u"näh"_s}) + record(Complete, 2),
        nonce);
    QVERIFY(report.complete);
    QVERIFY(!report.forged);
    QCOMPARE(report.records.size(), 3);
    QCOMPARE(report.records.at(1).index, 1);
    QCOMPARE(report.records.at(1).cpuMs, 1.5);
    QCOMPARE(report.records.at(1).field(1), u"näh"_s);
    QCOMPARE(report.records.at(1).field(7), QString());
}

void tst_Records::refusesOtherNonces()
{
    const Report report = readReport(record(Passed, 0, {}, {11, 23}) + record(Complete, 1), nonce);
    QVERIFY(report.forged);
    QVERIFY(!report.complete);
    QVERIFY(report.records.isEmpty());
}

void tst_Records::refusesWhatFollowsTheEnd()
{
    QVERIFY(readReport(record(Complete, 0) + record(Passed, 0), nonce).forged);
}

void tst_Records::stopsAtACutRecord()
{
    const QByteArray whole = record(Passed, 0) + record(Failed, 1, {u"E"_s, u"text"_s});
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const Report report = readReport(whole.left(size), nonce);
        QVERIFY(!report.complete);
        QVERIFY(!report.forged);
        QVERIFY(report.records.size() <= 1);
    }
}

void tst_Records::survivesAnyBytes()
{
    const QByteArray whole = record(Failed, 0, {u"E"_s, u"some text"_s}) + record(Complete, 1);
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char value : {'\0', '\x7f', '\xff'}) {
            QByteArray bytes = whole;
            bytes[at] = value;
            const Report report = readReport(bytes, nonce);
            QVERIFY(report.records.size() <= 2);
        }
    }
}

void tst_Records::scrubsAddresses()
{
    QCOMPARE(scrubbed(u"<Node object at 0x7f12ab34cd56>"_s), u"<Node object at 0x0>"_s);
    QCOMPARE(scrubbed(u"0x7f12ab34cd56 is no address"_s), u"0x7f12ab34cd56 is no address"_s);
}

QTEST_GUILESS_MAIN(tst_Records)
#include "tst_records.moc"
