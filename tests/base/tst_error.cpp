#include "core/base/error.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodesFollowTheContract_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("usage") << ErrorKind::BadUsage << 2;
        QTest::newRow("input") << ErrorKind::BadInput << 2;
        QTest::newRow("not found") << ErrorKind::NotFound << 2;
        QTest::newRow("conflict") << ErrorKind::Conflict << 2;
        QTest::newRow("missing") << ErrorKind::Missing << 3;
        QTest::newRow("cancelled") << ErrorKind::Cancelled << 4;
        QTest::newRow("budget") << ErrorKind::Budget << 4;
        QTest::newRow("model") << ErrorKind::Model << 5;
        QTest::newRow("sandbox") << ErrorKind::Sandbox << 5;
        QTest::newRow("storage") << ErrorKind::Storage << 5;
        QTest::newRow("internal") << ErrorKind::Internal << 5;
    }

    void exitCodesFollowTheContract()
    {
        QFETCH(ErrorKind, kind);
        QTEST(exitCode(kind), "code");
    }

    void failCarriesKindAndDetail()
    {
        const Result<int> result = fail(ErrorKind::NotFound, u"no run 7"_s);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error(), (Error{ErrorKind::NotFound, u"no run 7"_s}));
    }
};

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
