#include "core/storage/suitestore.h"
#include "widgets/dialogs/newrundialog.h"
#include "widgets/dialogs/newrunmodel.h"
#include "widgets/dialogs/serverprobe.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What the dialog for a new run accepts, says and remembers.
class NewRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        const QString path = m_folder->filePath(u"d.sqlite"_s);
        auto database = Database::open(path, OpenMode::ReadWrite).value();
        Suite suite;
        suite.name = u"small"_s;
        QList<Task> tasks(40);
        for (int i = 0; i < tasks.size(); ++i)
            tasks[i].key = u"t%1"_s.arg(i);
        QVERIFY(SuiteStore(*database).add(suite, tasks));
        m_reader = std::make_unique<Reader>(path);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("suite");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("good") << u"student"_s << QString() << u"small"_s << QString() << QString();
        QTest::newRow("unknown suite") << u"student"_s << QString() << u"other"_s << QString() << u"run.suite"_s;
        QTest::newRow("unknown model") << u"gpt"_s << QString() << u"small"_s << QString() << u"run.model"_s;
        QTest::newRow("model without name") << u"openai:"_s << u"http://gpu:1"_s << u"small"_s << QString() << u"run.model"_s;
        QTest::newRow("no server") << u"openai:qwen"_s << QString() << u"small"_s << QString() << u"run.model"_s;
        QTest::newRow("server") << u"openai:qwen"_s << u"http://gpu:1"_s << u"small"_s << QString() << QString();
        QTest::newRow("number as name") << u"student"_s << QString() << u"small"_s << u"12"_s << u"run.name"_s;
    }

    void problems()
    {
        qunsetenv("OPENAI_API_KEY");
        QFETCH(const QString, model);
        QFETCH(const QString, address);
        QFETCH(const QString, suite);
        QFETCH(const QString, name);
        QFETCH(const QString, wrong);
        RunConfig config;
        config.model = model;
        config.baseUrl = address;
        config.suite = suite;
        config.name = name;
        QCOMPARE(problemsOf(config, {u"small"_s}).keys(), wrong.isEmpty() ? QStringList() : QStringList(wrong));
    }

    void remembersTheLastValues()
    {
        RunConfig config;
        config.suite = u"small"_s;
        config.rounds = 9;
        config.seed = 77;
        config.feedback = Feedback::Verdict;
        config.tokenBudget = 5000;
        config.name = u"once"_s;
        rememberConfig(*m_settings, config);
        const RunConfig again = rememberedConfig(*m_settings);
        QCOMPARE(again.rounds, 9);
        QCOMPARE(again.seed, 77);
        QCOMPARE(again.feedback, Feedback::Verdict);
        QCOMPARE(again.tokenBudget, 5000);
        QVERIFY(again.name.isEmpty());           // a name is for one run
    }

    void aValueOfAnOlderProgramIsPassedOver()
    {
        m_settings->setValue("newRun/run.rounds", u"many"_s);
        QCOMPARE(rememberedConfig(*m_settings).rounds, RunConfig().rounds);
    }

    void saysTheMostAttemptsAndMarksTheField()
    {
        NewRunDialog dialog(*m_reader, *m_settings);
        auto *start = dialog.findChild<QPushButton *>(u"startRun"_s);
        auto *seed = dialog.findChild<QLineEdit *>(u"seed"_s);
        QTRY_VERIFY(start->isEnabled());
        QVERIFY(dialog.findChild<QLabel *>(u"estimate"_s)->text().contains(u"attempts"));
        seed->setText(u"x"_s);
        QVERIFY(!start->isEnabled());
        QVERIFY(!start->toolTip().isEmpty());
        QVERIFY(!dialog.findChild<QLabel *>(u"seedNote"_s)->isHidden());
        seed->setText(u"5"_s);
        QVERIFY(start->isEnabled());
        QSignalSpy wanted(&dialog, &NewRunDialog::startWanted);
        dialog.findChild<QSpinBox *>(u"rounds"_s)->setValue(2);
        start->click();
        QCOMPARE(wanted.count(), 1);
        const auto config = wanted.first().first().value<RunConfig>();
        QCOMPARE(config.suite, u"small"_s);
        QCOMPARE(config.rounds, 2);
        QCOMPARE(config.seed, 5);
        QCOMPARE(config.model, u"student"_s);
    }

    void takesAConnectedServer()
    {
        NewRunDialog dialog(*m_reader, *m_settings);
        dialog.setServer({u"http://gpu:11434"_s, u"secret"_s, {}}, u"openai:qwen"_s);
        QCOMPARE(dialog.config().model, u"openai:qwen"_s);
        QCOMPARE(dialog.config().baseUrl, u"http://gpu:11434"_s);
        rememberConfig(*m_settings, dialog.config());
        m_settings->sync();
        QFile file(m_settings->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Reader> m_reader;
};

QTEST_MAIN(NewRunTest)
#include "tst_newrun.moc"
