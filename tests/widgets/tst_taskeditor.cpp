#include "tests/widgets/taskdesk.h"

#include "core/tasks/suitefile.h"

#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QProcess>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// Making and changing tasks by hand, with the real sandbox.
class TestTaskEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto runner = makeRunner({.jobs = 1}); !runner)
            QSKIP(qPrintable(runner.error().detail));
    }

    void aTaskIsTypedCheckedStoredAndSound()
    {
        TaskDesk desk;
        QTRY_VERIFY(desk.part<QTableView>("suiteTable")->model()->rowCount() == 2);
        desk.click("newSuite");
        auto *dialog = desk.window->findChild<NewSuiteDialog *>();
        QVERIFY(!desk.part<QPushButton>("writeFirstTask")->isEnabled());
        QTest::keyClicks(desk.part<QLineEdit>("suiteName"), u"mine"_s);
        QVERIFY(!desk.part<QPushButton>("writeFirstTask")->isEnabled());         // there is one of that name
        QTest::keyClicks(desk.part<QLineEdit>("suiteName"), u"-too"_s);
        QTest::keyClicks(desk.part<QLineEdit>("suiteTitle"), u"Mine, too"_s);
        QVERIFY(dialog);
        desk.click("writeFirstTask");
        QVERIFY(desk.editor());
        QTest::keyClicks(desk.part<QLineEdit>("taskTitle"), u"Half of it"_s);
        QTest::keyClicks(desk.part<QLineEdit>("taskKey"), u"half"_s);
        QTest::keyClicks(desk.part<QLineEdit>("taskEntryPoint"), u"half"_s);
        QTest::keyClicks(desk.part<QPlainTextEdit>("taskStatement"), u"Write half(n), which returns half of n, rounded down."_s);
        desk.toTab(1);
        TaskDesk::type(desk.part<CodeEdit>("taskStarter"), u"def half(n):\nraise NotImplementedError"_s);
        QCOMPARE(desk.part<CodeEdit>("taskStarter")->code(), u"def half(n):\n    raise NotImplementedError"_s);
        TaskDesk::type(desk.part<CodeEdit>("taskReference"), u"def half(n):\nreturn n // 2"_s);
        desk.toTab(2);
        desk.click("addHiddenTest");
        desk.part<QLineEdit>("testName")->selectAll();
        QTest::keyClicks(desk.part<QLineEdit>("testName"), u"odd"_s);
        TaskDesk::type(desk.part<CodeEdit>("testCode"), u"assert half(5) == 2"_s);
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        QTest::keyClick(desk.part<CodeEdit>("testCode"), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(saved.count() == 1 || !desk.findings().isEmpty(), longMs);
        QVERIFY2(saved.count() == 1, qPrintable(desk.findings().isEmpty() ? QString() : toString(desk.findings().first())));
        const auto [suite, tasks] = desk.stored(u"mine-too"_s);
        QCOMPARE(suite.version, u"1"_s);
        QCOMPARE(suite.title, u"Mine, too"_s);
        QCOMPARE(tasks.size(), 1);
        QCOMPARE(tasks.first().hiddenTests, (QList<TestCase>{{u"odd"_s, u"assert half(5) == 2"_s, {}, {}}}));
        QCOMPARE(tasks.first().references, QStringList{u"def half(n):\n    return n // 2"_s});
        QTRY_VERIFY(!desk.editor());
        QTRY_COMPARE(desk.part<QTableView>("taskTable")->model()->rowCount(), 1);

        QProcess cli;
        cli.start(QStringLiteral(AUTODIDACT_CLI), {u"suite"_s, u"validate"_s, u"mine-too"_s, u"--db"_s, desk.path(), u"--json"_s});
        QVERIFY(cli.waitForFinished(longMs));
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError().constData());
        const QByteArray out = cli.readAllStandardOutput();
        QVERIFY2(out.contains("\"problems\":[]") || out.contains("\"problems\": ["), out.constData());
    }

    void aRedReferenceIsRefusedAtItsTest()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.chooseTask(u"double"_s);
        desk.click("editTask");
        desk.toTab(1);
        desk.part<CodeEdit>("taskReference")->setPlainText(u"def double(n):\n    return n * n\n"_s);
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        desk.click("saveTask");
        QTRY_VERIFY_WITH_TIMEOUT(!desk.findings().isEmpty(), longMs);
        QCOMPARE(desk.findings().size(), 1);
        QVERIFY(desk.findings().first().code == FindingCode::ReferenceRed);
        QCOMPARE(desk.findings().first().test, u"of three"_s);
        QVERIFY2(desk.status().contains(u"Not saved"), qPrintable(desk.status()));
        QVERIFY(!desk.part<QPushButton>("saveTaskAnyway")->isVisible());
        QVERIFY(desk.part<QLabel>("taskReferenceStackNote")->text().contains(u"of three"));
        auto *list = desk.part<QListView>("taskFindings");
        QVERIFY(list->isVisible());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        desk.toTab(2);
        auto *tests = desk.window->findChild<TestsModel *>();
        QCOMPARE(tests->index(1, TestsModel::State).data().toString(), u"Red"_s);
        QCOMPARE(tests->index(0, TestsModel::State).data().toString(), u"Green"_s);   // 2 * 2 is 2 squared
        TaskDesk::shoot(*desk.editor(), u"taskeditor-red"_s);
        QCOMPARE(saved.count(), 0);
        QCOMPARE(desk.stored(u"mine"_s).first.version, u"1"_s);
        desk.toTab(1);
        desk.part<CodeEdit>("taskReference")->setPlainText(u"def double(n):\n    return n + n\n"_s);
        desk.click("saveTask");
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, longMs);
        QCOMPARE(desk.stored(u"mine"_s).first.version, u"2"_s);
        QCOMPARE(desk.stored(u"mine"_s).second.size(), 2);
    }

    void warningsMayBeSavedAnyway()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.chooseTask(u"double"_s);
        desk.click("editTask");
        desk.toTab(1);
        desk.part<CodeEdit>("taskReference")->clear();
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        desk.click("saveTask");
        QTRY_VERIFY_WITH_TIMEOUT(desk.part<QPushButton>("saveTaskAnyway")->isVisible(), longMs);
        QCOMPARE(saved.count(), 0);
        QVERIFY(desk.findings().first().code == FindingCode::NoReference);
        desk.click("saveTaskAnyway");
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(desk.stored(u"mine"_s).second.first().references.isEmpty());
    }

    void aChangeAfterTheCheckIsNotSavedUnchecked()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.chooseTask(u"double"_s);
        desk.click("editTask");
        desk.toTab(1);
        desk.part<CodeEdit>("taskReference")->clear();
        desk.click("saveTask");
        QTRY_VERIFY_WITH_TIMEOUT(desk.part<QPushButton>("saveTaskAnyway")->isVisible(), longMs);
        desk.part<CodeEdit>("taskReference")->setPlainText(u"def double(n):\n    return 7\n"_s);
        QVERIFY(!desk.part<QPushButton>("saveTaskAnyway")->isVisible());
        desk.editor()->saveAnyway();
        QTest::qWait(200);
        QCOMPARE(desk.stored(u"mine"_s).first.version, u"1"_s);
    }

    void itIsStoppedInMidCheck()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.chooseTask(u"double"_s);
        desk.click("editTask");
        desk.toTab(1);
        desk.part<CodeEdit>("taskReference")->setPlainText(u"def double(n):\n    while True:\n        pass\n"_s);
        desk.toTab(4);
        desk.part<QDoubleSpinBox>("limitCpu")->setValue(60);
        desk.click("saveTask");
        QTRY_VERIFY_WITH_TIMEOUT(desk.status().contains(u"1 of"), longMs);
        QVERIFY(desk.part<QPushButton>("cancelCheck")->isVisible());
        QTest::qWait(300);
        TaskDesk::shoot(*desk.editor(), u"taskeditor-checking"_s);
        QElapsedTimer clock;
        clock.start();
        desk.click("cancelCheck");
        QTRY_VERIFY(desk.status().contains(u"stopped"));
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(desk.part<QPushButton>("checkTask")->isVisible());
        QCOMPARE(desk.stored(u"mine"_s).first.version, u"1"_s);
        desk.click("saveTask");                                    // and closing in mid-check ends it, too
        QTRY_VERIFY_WITH_TIMEOUT(desk.status().contains(u"1 of"), longMs);
        clock.restart();
        desk.window.reset();
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void aBundledSuiteIsCopied()
    {
        TaskDesk desk;
        desk.choose(u"starter-python"_s);
        const auto before = desk.stored(u"starter-python"_s);
        const QString key = before.second.first().key;
        desk.chooseTask(key);
        QVERIFY(!desk.part<QPushButton>("removeSuite")->isEnabled());
        desk.click("editTask");
        QVERIFY2(desk.part<QLabel>("taskPlace")->text().contains(u"starter-python-copy"), qPrintable(desk.part<QLabel>("taskPlace")->text()));
        QVERIFY(!desk.editor()->isChanged());
        QVERIFY(!desk.part<QPushButton>("saveTask")->isEnabled());
        QCOMPARE(desk.editor()->task(), before.second.first());
        QTest::keyClicks(desk.part<QLineEdit>("taskTitle"), u"My "_s);
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        desk.click("saveTask");
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, longMs);
        const auto [copy, tasks] = desk.stored(u"starter-python-copy"_s);
        QCOMPARE(tasks.size(), before.second.size());
        QCOMPARE(tasks.first().title, u"My "_s + before.second.first().title);
        QCOMPARE(desk.stored(u"starter-python"_s), before);
    }

    void escapeAsksAndADraftOutlivesTheWindow()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.chooseTask(u"other"_s);
        desk.click("editTask");
        QTest::keyClick(desk.editor(), Qt::Key_Escape);
        QTRY_VERIFY(!desk.editor());                                // nothing was changed: no question
        desk.click("editTask");
        QTest::keyClicks(desk.part<QPlainTextEdit>("taskStatement"), u"Mind zero. "_s);
        QTest::keyClick(desk.editor(), Qt::Key_Escape);
        auto *box = desk.part<QMessageBox>("keepTaskBox");
        TaskDesk::shoot(*box, u"taskeditor-keep"_s);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!desk.window->findChild<QMessageBox *>());
        QVERIFY(desk.editor());
        desk.open();                                               // the program ends meanwhile
        QTRY_VERIFY(desk.part<QPushButton>("continueDraft")->isVisible());
        desk.choose(u"mine"_s);
        desk.click("continueDraft");
        QVERIFY(desk.editor()->isChanged());
        QVERIFY(desk.editor()->task().statement.startsWith(u"Mind zero. "));
        QCOMPARE(desk.editor()->task().key, u"other"_s);
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        desk.click("saveTask");
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, longMs);
        QVERIFY(desk.stored(u"mine"_s).second.last().statement.startsWith(u"Mind zero. "));
        QTRY_VERIFY(!desk.part<QPushButton>("continueDraft")->isVisible());
    }

    void programsAndFiles()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.click("newTask");
        QTest::keyClicks(desk.part<QLineEdit>("taskKey"), u"echo"_s);
        QTest::keyClicks(desk.part<QPlainTextEdit>("taskStatement"), u"Write the line that was read."_s);
        desk.part<QComboBox>("taskKind")->setCurrentIndex(1);
        QVERIFY(!desk.part<QLineEdit>("taskEntryPoint")->isVisible());
        desk.toTab(1);
        TaskDesk::type(desk.part<CodeEdit>("taskReference"), u"print(input())"_s);
        desk.toTab(2);
        desk.click("addHiddenTest");
        QVERIFY(!desk.part<CodeEdit>("testCode")->isVisible());
        TaskDesk::type(desk.part<CodeEdit>("testInput"), u"hello\n"_s);
        TaskDesk::type(desk.part<CodeEdit>("testOutput"), u"hello\n"_s);
        desk.click("testOutputAdd");
        TaskDesk::type(desk.part<CodeEdit>("testOutput"), u"HELLO\n"_s);
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        desk.editor()->save();
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, longMs);
        const Task task = desk.stored(u"mine"_s).second.last();
        QVERIFY(task.kind == TaskKind::Program);
        QCOMPARE(task.hiddenTests.first().outputs, (QStringList{u"hello\n"_s, u"HELLO\n"_s}));

        QTRY_VERIFY(!desk.editor());
        desk.choose(u"mine"_s);
        desk.click("newTask");
        QTest::keyClicks(desk.part<QLineEdit>("taskKey"), u"files"_s);
        QTest::keyClicks(desk.part<QPlainTextEdit>("taskStatement"), u"Write one() in one.py."_s);
        desk.part<QComboBox>("taskKind")->setCurrentIndex(2);
        QTest::keyClicks(desk.part<QLineEdit>("taskEntryPoint"), u"one.py"_s);
        desk.toTab(1);
        TaskDesk::type(desk.part<CodeEdit>("taskReference"), u"def one():\nreturn 1"_s);
        desk.toTab(2);
        desk.click("addHiddenTest");
        desk.part<QLineEdit>("testName")->selectAll();
        QTest::keyClicks(desk.part<QLineEdit>("testName"), u"test_one.py"_s);
        TaskDesk::type(desk.part<CodeEdit>("testCode"), u"from one import one\n\n\ndef test_one():\nassert one() == 1"_s);
        QSignalSpy savedFiles(desk.editor(), &TaskEditor::saved);
        desk.editor()->save();
        QTRY_VERIFY_WITH_TIMEOUT(savedFiles.count() == 1 || !desk.findings().isEmpty(), longMs);
        QVERIFY2(savedFiles.count() == 1, qPrintable(desk.findings().isEmpty() ? QString() : toString(desk.findings().first())));
        QCOMPARE(desk.stored(u"mine"_s).second.last().testFiles.size(), 1);
    }

    void aSignatureAndAnIssueFillItIn()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.click("newTask");
        desk.click("fromSignature");
        auto *pasted = desk.part<CodeEdit>("pastedText");
        pasted->setPlainText(u"nothing of use"_s);
        desk.click("usePasted");
        QVERIFY(desk.part<QLabel>("pasteProblem")->isVisible());
        pasted->setPlainText(u"def area(w, h):\n    \"\"\"Width times height.\n\n    >>> area(2, 3)\n    6\n    \"\"\"\n"_s);
        TaskDesk::shoot(*pasted->window(), u"taskeditor-signature"_s);
        desk.click("usePasted");
        Task task = desk.editor()->task();
        QCOMPARE(task.entryPoint, u"area"_s);
        QVERIFY(task.starter.contains(u"NotImplementedError"));
        QVERIFY(task.statement.startsWith(u"Width times height."));
        QCOMPARE(task.visibleTests.size(), 1);
        QTRY_VERIFY(!desk.window->findChild<CodeEdit *>(u"pastedText"_s));
        desk.click("fromIssue");
        desk.part<CodeEdit>("pastedText")->setPlainText(u"Rounding fails\n\nSee https://github.com/owner/project/issues/12 for more."_s);
        desk.click("usePasted");
        task = desk.editor()->task();
        QVERIFY(task.kind == TaskKind::Repository);
        QCOMPARE(task.title, u"Rounding fails"_s);
        QCOMPARE(task.key, u"owner/project#12"_s);
        QCOMPARE(task.repository.name, u"owner/project"_s);
        desk.toTab(3);
        QVERIFY(desk.part<QLineEdit>("repositoryFolder")->isVisible());
        TaskDesk::shoot(*desk.editor(), u"taskeditor-repository"_s);
        QTest::keyClicks(desk.part<QLineEdit>("repositoryFolder"), desk.folder.path());
        QTest::keyClicks(desk.part<QLineEdit>("repositoryCommit"), u"abc123"_s);
        TaskDesk::type(desk.part<QPlainTextEdit>("repositoryFailToPass"), u"tests/test_a.py::test_a\ntests/test_a.py::test_b"_s);
        desk.editor()->save();
        QTRY_VERIFY_WITH_TIMEOUT(desk.part<QPushButton>("saveTaskAnyway")->isVisible(), longMs);
        QCOMPARE(desk.findings().size(), 1);
        QVERIFY(desk.findings().first().code == FindingCode::NotRunHere);
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        desk.click("saveTaskAnyway");
        QTRY_COMPARE(saved.count(), 1);
        task = desk.stored(u"mine"_s).second.last();
        QCOMPARE(task.repository.failToPass.size(), 2);
        QCOMPARE(task.repository.folder, desk.folder.path());
    }

    void whatIsMissingIsShownAtItsField()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.click("newTask");
        QTest::keyClicks(desk.part<QLineEdit>("taskKey"), u"double"_s);
        desk.editor()->save();
        QVERIFY(desk.part<QLabel>("taskKeyNote")->isVisible());
        QVERIFY(!desk.part<QLabel>("taskStatementNote")->text().isEmpty());
        QCOMPARE(desk.editor()->focusWidget(), desk.part<QLineEdit>("taskKey"));
        QVERIFY2(desk.status().contains(u"Not saved"), qPrintable(desk.status()));
        TaskDesk::shoot(*desk.editor(), u"taskeditor-missing"_s);
    }

    void tabIndentsAndControlTabGoesOn()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.click("newTask");
        desk.toTab(1);
        auto *edit = desk.part<CodeEdit>("taskStarter");
        edit->setFocus();
        TaskDesk::type(edit, u"if x:"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClick(edit, Qt::Key_Tab);
        TaskDesk::type(edit, u"y"_s);
        QCOMPARE(edit->code(), u"if x:\n        y"_s);
        QTest::keyClick(edit, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(edit->code(), u"if x:\n    y"_s);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->code(), u"    if x:\n        y"_s);
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(!edit->hasFocus());
        QCOMPARE(edit->code(), u"    if x:\n        y"_s);
    }
};

QTEST_MAIN(TestTaskEditor)
#include "tst_taskeditor.moc"
