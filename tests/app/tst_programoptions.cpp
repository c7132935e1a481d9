#include "app/workbench/keyring.h"
#include "app/workbench/options.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAll()
    {
        const auto options = parseProgramOptions({u"--db"_s, u"a.db"_s, u"--demo"_s, u"--offscreen-output=out"_s, u"--language"_s, u"zh_CN"_s, u"--theme=dark"_s});
        QVERIFY(options);
        QCOMPARE(*options, (ProgramOptions{.database = u"a.db"_s, .demo = true, .outputFolder = u"out"_s, .language = u"zh_CN"_s, .theme = u"dark"_s}));
        QCOMPARE(parseProgramOptions({}), ProgramOptions());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << QStringList{u"--dmeo"_s} << u"--dmeo"_s;
        QTest::newRow("no value") << QStringList{u"--db"_s} << u"--db"_s;
        QTest::newRow("no such theme") << QStringList{u"--theme"_s, u"pink"_s} << u"pink"_s;
        QTest::newRow("output without demo") << QStringList{u"--offscreen-output"_s, u"x"_s} << u"--demo"_s;
    }

    void refuses()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, named);
        const auto options = parseProgramOptions(arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().kind, ErrorKind::BadUsage);
        QVERIFY(options.error().detail.contains(named));
    }

    void aKeyTypedLaterIsSeen()
    {
        const auto ring = std::make_shared<KeyRing>();
        ring->remember(u"openai:a"_s, u"one"_s);
        QCOMPARE(ring->keys().value(u"openai:a"_s), u"one"_s);
        ring->remember(u"openai:a"_s, u"two"_s);
        QCOMPARE(ring->keys().value(u"openai:a"_s), u"two"_s);
    }
};

QTEST_MAIN(OptionsTest)
#include "tst_programoptions.moc"
