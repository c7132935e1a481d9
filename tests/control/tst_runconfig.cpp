#include "core/control/runconfig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestRunConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsEveryValueItLists();
    void refuses_data();
    void refuses();
    void readsFiles();
    void namesTheLineOfAFile();
};

void TestRunConfig::setsEveryValueItLists()
{
    RunConfig config;
    const auto values = configValues(config);
    QVERIFY(values.size() > 30);
    for (const auto &[key, value] : values) {
        RunConfig copy;
        QVERIFY2(setConfigValue(copy, key, value).has_value(), qPrintable(key));
        QCOMPARE(configValues(copy), values);
    }
}

void TestRunConfig::refuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown key") << u"agent.atempts"_s << u"3"_s << u"agent.attempts"_s;
    QTest::newRow("unknown area") << u"agents.attempts"_s << u"3"_s << u"The areas are"_s;
    QTest::newRow("no number") << u"agent.attempts"_s << u"many"_s << u"from 1 to 20"_s;
    QTest::newRow("too large") << u"agent.attempts"_s << u"21"_s << u"from 1 to 20"_s;
    QTest::newRow("no choice") << u"agent.feedback"_s << u"all"_s << u"visible, verdict, hidden"_s;
    QTest::newRow("not a number") << u"safety.trust_region"_s << u"nan"_s << u"from 0 to 1"_s;
    QTest::newRow("not a flag") << u"memory.enabled"_s << u"yes"_s << u"true or false"_s;
}

void TestRunConfig::refuses()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, said);
    RunConfig config;
    const Status status = setConfigValue(config, key, value);
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::BadUsage);
    QVERIFY2(status.error().detail.contains(said), qPrintable(status.error().detail));
    QCOMPARE(config, RunConfig());
}

namespace {

QString writeFile(const QTemporaryDir &folder, const QByteArray &content)
{
    QFile file(folder.filePath(u"run.toml"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(content);
    return file.fileName();
}

} // namespace

void TestRunConfig::readsFiles()
{
    const QTemporaryDir folder;
    const QString path = writeFile(folder, "[run]\nrounds = 9\n[memory]\nenabled = false\n[safety]\ntrust_region = 0.2\n");
    RunConfig config;
    QVERIFY(applyConfigFile(config, path).has_value());
    QCOMPARE(config.rounds, 9);
    QCOMPARE(config.memoryEnabled, false);
    QCOMPARE(config.trustRegion, 0.2);
}

void TestRunConfig::namesTheLineOfAFile()
{
    const QTemporaryDir folder;
    RunConfig config;
    const QString path = writeFile(folder, "[run]\nrounds = 9\n[agent]\nattempts = 99\n");
    const Status status = applyConfigFile(config, path);
    QVERIFY(!status);
    QVERIFY2(status.error().detail.startsWith(path + u":4: "_s), qPrintable(status.error().detail));
    QCOMPARE(config, RunConfig());
    const Status broken = applyConfigFile(config, writeFile(folder, "[run\n"));
    QVERIFY(!broken && broken.error().kind == ErrorKind::BadInput);
    QCOMPARE(applyConfigFile(config, folder.filePath(u"none.toml"_s)).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestRunConfig)
#include "tst_runconfig.moc"
