#include "app/workbench/program.h"
#include "app/workbench/workbench.h"
#include "core/storage/suitestore.h"
#include "widgets/shell/mainwindow.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// The object graph of the program on real files.
class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAFreshDatabaseWithTheBundledSuites()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        const QString path = folder.filePath(u"new.sqlite"_s);
        Program program({.database = path, .language = u"en"_s}, settings);
        program.begin();
        QTRY_VERIFY(program.workbench() != nullptr);
        QTRY_VERIFY(program.workbench()->window().isVisible());
        const auto database = Database::open(path, OpenMode::ReadOnly).value();
        QVERIFY(SuiteStore(*database).byName(u"starter-python"_s));
    }

    void aFileThatIsNoDatabaseIsRefusedAndStays()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        Appearance appearance(settings);
        const QString path = folder.filePath(u"text.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no database at all, only a line of text that somebody wrote");
        file.close();
        Workbench bench({.databasePath = path}, sessionParts(), settings, appearance);
        QSignalSpy refused(&bench, &Workbench::refused);
        bench.open();
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!refused.first().first().value<Error>().detail.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("this is no database"));
    }
};

QTEST_MAIN(ProgramTest)
#include "tst_workbench.moc"
