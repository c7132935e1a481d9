#include "core/tasks/suitefile.h"
#include "tests/support/looks.h"
#include "tests/widgets/taskdesk.h"

#include <QAbstractItemModelTester>
#include <QScreen>
#include <QTimer>

#include <ctime>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// The longest time of work, in ms, in which the GUI thread answered nothing. Its own work: a loaded machine adds none.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_last = now();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start(2);
    }
    qint64 longest()
    {
        beat();
        return m_longest;
    }
    void restart() { m_longest = 0, m_last = now(); }

private:
    static qint64 now()
    {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return used.tv_sec * 1000 + used.tv_nsec / 1'000'000;
    }
    void beat() { m_longest = qMax(m_longest, now() - m_last), m_last = now(); }

    QTimer m_timer;
    qint64 m_last = 0;
    qint64 m_longest = 0;
};

/// The first label, button or line whose words are cut.
QString cut(const QWidget &window)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height() : label->sizeHint().width() <= label->width();
        if (label->isVisible() && !label->text().isEmpty() && !fits)
            return u"label %1: %2"_s.arg(label->objectName(), label->text());
    }
    for (const QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->sizeHint().width() > button->width())
            return u"button %1: %2"_s.arg(button->objectName(), button->text());
    }
    return {};
}

/// Whatever takes the focus without a name for a screen reader.
QStringList nameless(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_") || qobject_cast<const QPushButton *>(widget)
            || widget->inherits("QTabBar") || widget->inherits("QScrollArea") || widget->inherits("QComboBoxListView") || qobject_cast<const QLabel *>(widget))
            continue;
        if (widget->accessibleName().isEmpty())
            found.append(widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className()));
    }
    return found;
}

} // namespace

/// What is there, finding it, removing it and exporting it; and how it all looks.
class TestSuitesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void models()
    {
        TestsModel tests;
        const QAbstractItemModelTester testsTester(&tests, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tests.reset(doubleTask());
        tests.set(tests.add({Visibility::Hidden, {u"more"_s, u"assert True"_s, {}, {}}, {}, {}}), {Visibility::Visible, {u"less"_s, {}, {}, {}}, {}, {}});
        tests.mark({{.code = FindingCode::EmptyTest, .part = TaskPart::VisibleTests, .scope = Visibility::Visible, .test = u"less"_s}}, true);
        tests.retranslate();
        tests.remove(0);
        FindingsModel findings;
        const QAbstractItemModelTester findingsTester(&findings, QAbstractItemModelTester::FailureReportingMode::QtTest);
        findings.setFindings({{.code = FindingCode::NoReference}, {.code = FindingCode::NoKey}});
        QVERIFY(findings.findings().first().code == FindingCode::NoKey);      // errors first
        findings.retranslate();
        findings.setFindings({});
        SuiteListModel suites;
        const QAbstractItemModelTester suitesTester(&suites, QAbstractItemModelTester::FailureReportingMode::QtTest);
        suites.setSuites({Suite{.name = u"a"_s}, Suite{.name = u"starter-python"_s}});
        QCOMPARE(suites.rowOf(u"starter-python"_s), 1);
        TaskListModel tasks;
        TaskListFilter filter;
        filter.setSourceModel(&tasks);
        const QAbstractItemModelTester tasksTester(&tasks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Task other = doubleTask();
        other.key = u"b"_s;
        other.families = {u"boundary"_s};
        other.language = Language::Rust;
        tasks.setTasks({doubleTask(), other});
        filter.setWords(u"twice BOUND"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords({});
        filter.setLanguage(Language::Python);
        QCOMPARE(filter.rowCount(), 1);
        filter.setKind(TaskKind::Program);
        QCOMPARE(filter.rowCount(), 0);
        filter.setKind({});
        filter.setLanguage({});
        filter.setFamily(u"boundary"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.sort(TaskListModel::Tests, Qt::DescendingOrder);
        tasks.setTasks({});
    }

    void findsTasks()
    {
        TaskDesk desk;
        desk.choose(u"starter-python"_s);
        auto *table = desk.part<QTableView>("taskTable");
        QCOMPARE(desk.part<QLabel>("taskCount")->text(), u"66 tasks"_s);
        QTest::keyClicks(desk.part<QLineEdit>("taskSearch"), u"ferry"_s);
        QVERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < 66);
        QVERIFY2(desk.part<QLabel>("taskCount")->text().endsWith(u"of 66 tasks"), qPrintable(desk.part<QLabel>("taskCount")->text()));
        desk.part<QComboBox>("languageFilter")->setCurrentIndex(4);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(desk.part<QLabel>("noTask")->isVisible());
        desk.click("clearTaskFilters");
        QCOMPARE(table->model()->rowCount(), 66);
        desk.part<QComboBox>("familyFilter")->setCurrentIndex(desk.part<QComboBox>("familyFilter")->findText(u"boundary"_s));
        QVERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < 66);
    }

    void removesAndBringsBack()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.chooseTask(u"double"_s);
        desk.part<QTableView>("taskTable")->setFocus();
        QTest::keyClick(desk.part<QTableView>("taskTable"), Qt::Key_Delete);
        auto *box = desk.part<QMessageBox>("removeTasksBox");
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_COMPARE(desk.part<QTableView>("taskTable")->model()->rowCount(), 1);
        QCOMPARE(desk.stored(u"mine"_s).second.first().key, u"other"_s);
        QTRY_VERIFY(desk.part<QPushButton>("undoRemoval")->isVisible());
        desk.click("undoRemoval");
        QTRY_COMPARE(desk.part<QTableView>("taskTable")->model()->rowCount(), 2);
        QCOMPARE(desk.stored(u"mine"_s).second.first().key, u"double"_s);
        QCOMPARE(desk.stored(u"mine"_s).first.version, u"3"_s);
        desk.part<QTableView>("taskTable")->selectAll();
        desk.click("removeTasks");                                 // never the last one
        QVERIFY(!desk.window->findChild<QMessageBox *>(u"removeTasksBox"_s));
        QCOMPARE(desk.stored(u"mine"_s).second.size(), 2);
    }

    void duplicatesStayInOneGroup()
    {
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.chooseTask(u"double"_s);
        desk.click("duplicateTask");
        const Task copy = desk.editor()->task();
        QCOMPARE(copy.key, u"double-2"_s);
        QCOMPARE(copy.groupKey(), u"double"_s);
        QCOMPARE(copy.repeatOf, u"double"_s);
        QVERIFY(desk.editor()->isChanged());
    }

    void exportsWhatCanBeImportedAsTheSame()
    {
        TaskDesk desk;
        desk.choose(u"starter-python"_s);
        const QString path = desk.folder.filePath(u"out.jsonl"_s);
        desk.window->exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        const auto again = readSuiteFile(path);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        const auto [suite, tasks] = desk.stored(u"starter-python"_s);
        QCOMPARE(again->suite.hash, suite.hash);
        QCOMPARE(again->tasks.size(), tasks.size());
        desk.window->exportTo(u"/nowhere/out.jsonl"_s);
        QTRY_VERIFY(desk.window->findChild<QWidget *>(u"suitesNote"_s)->findChildren<QLabel *>().last()->text().contains(u"/nowhere"));
    }

    void aThousandTasksHoldNothingUp()
    {
        TaskDesk desk;
        QList<Task> many;
        const QList<Task> models = desk.stored(u"starter-python"_s).second;
        for (int i = 0; i < 1000; ++i) {
            Task task = models.at(i % models.size());
            task.key = u"task-%1"_s.arg(i);
            task.repeatOf.clear();
            task.repeatKind = RepeatKind::None;
            many.append(task);
        }
        {
            auto database = Database::open(desk.path(), OpenMode::ReadWrite).value();
            QVERIFY(SuiteStore(*database).add(Suite{.name = u"many"_s}, many));
        }
        desk.window->reload();
        QTRY_COMPARE(desk.part<QTableView>("suiteTable")->model()->rowCount(), 3);
        QTest::qWait(200);
        Heartbeat heart;
        desk.window->choose(u"many"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.part<QTableView>("taskTable")->model()->rowCount(), 1000, longMs);
        qInfo("choosing: %lld ms", heart.longest());
        const qint64 choosing = heart.longest();
        heart.restart();
        for (const QChar letter : u"ferry boundary"_s) {
            QTest::keyClick(desk.part<QLineEdit>("taskSearch"), letter.toLatin1());
            QCoreApplication::processEvents();
        }
        const qint64 searching = heart.longest();
        qInfo("searching: %lld ms", searching);
        desk.click("clearTaskFilters");
        desk.chooseTask(u"task-500"_s);
        QCoreApplication::processEvents();
        desk.click("editTask");
        QTest::qWait(300);
        QTest::keyClicks(desk.part<QLineEdit>("taskTitle"), u"My "_s);
        QSignalSpy saved(desk.editor(), &TaskEditor::saved);
        heart.restart();
        desk.editor()->save();
        QTRY_VERIFY_WITH_TIMEOUT(saved.count() == 1 || !desk.findings().isEmpty(), longMs);
        if (saved.isEmpty())
            QSKIP("The sandbox does not work here.");
        QTRY_VERIFY_WITH_TIMEOUT(!desk.editor(), longMs);
        QTest::qWait(100);
        const qint64 saving = heart.longest();
        qInfo("saving: %lld ms", saving);
        QVERIFY2(choosing < 50 && searching < 50 && saving < 50, qPrintable(u"%1 %2 %3"_s.arg(choosing).arg(searching).arg(saving)));
    }

    void looks_data() { addLooks(); }

    void looks()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, dark);
        QFETCH(const int, size);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        Appearance appearance(settings);
        appearance.setLanguage(language);
        appearance.setTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        appearance.setTextSize(size);
        TaskDesk desk;
        desk.choose(u"starter-python"_s);
        look(*desk.window, u"suites"_s);
        QVERIFY2(nameless(*desk.window).isEmpty(), qPrintable(nameless(*desk.window).join(u", "_s)));
        desk.click("newSuite");
        auto *fresh = desk.window->findChild<NewSuiteDialog *>();
        QTest::keyClicks(desk.part<QLineEdit>("suiteName"), u"My Suite"_s);
        look(*fresh, u"newsuite"_s);
        fresh->reject();
        desk.click("editTask");
        for (int tab : {0, 1, 2, 4}) {
            desk.toTab(tab);
            look(*desk.editor(), u"taskeditor-%1"_s.arg(tab));
        }
        QVERIFY2(nameless(*desk.editor()).isEmpty(), qPrintable(nameless(*desk.editor()).join(u", "_s)));
        desk.toTab(0);
        desk.part<QComboBox>("taskKind")->setCurrentIndex(3);
        desk.toTab(3);
        look(*desk.editor(), u"taskeditor-3"_s);
        desk.part<QComboBox>("taskKind")->setCurrentIndex(1);
        desk.toTab(2);
        look(*desk.editor(), u"taskeditor-program"_s);
        appearance.resetTextSize();
        appearance.setLanguage(u"en"_s);
    }

    void switchesTheLanguageLive()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        Appearance appearance(settings);
        appearance.setLanguage(u"en"_s);
        TaskDesk desk;
        desk.choose(u"mine"_s);
        desk.click("newTask");
        QTest::keyClicks(desk.part<QLineEdit>("taskKey"), u"draft"_s);
        desk.part<QComboBox>("taskKind")->setCurrentIndex(1);
        desk.editor()->save();
        QVERIFY(!desk.findings().isEmpty());
        const QString before = desk.findings().isEmpty() ? QString() : desk.part<QListView>("taskFindings")->model()->index(0, 0).data().toString();
        const Task typed = desk.editor()->task();
        appearance.setLanguage(u"zh_CN"_s);
        QTRY_COMPARE(desk.window->windowTitle(), u"任务集与任务"_s);
        QCOMPARE(desk.part<QPushButton>("saveTask")->text(), u"保存(&S)"_s);
        QCOMPARE(desk.part<QTabWidget>("taskTabs")->tabText(2), u"测试(&S)"_s);
        QCOMPARE(desk.part<QComboBox>("taskKind")->currentText(), u"程序（标准输入）"_s);
        QVERIFY(desk.part<QListView>("taskFindings")->model()->index(0, 0).data().toString() != before);
        QCOMPARE(desk.editor()->task(), typed);
        QVERIFY(desk.part<QLabel>("taskStatementNote")->text() != u"The statement is empty."_s);
        appearance.setLanguage(u"en"_s);
        QTRY_COMPARE(desk.window->windowTitle(), u"Suites and tasks"_s);
    }

private:
    static void look(QWidget &window, const QString &name)
    {
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
        QCoreApplication::processEvents();
        TaskDesk::shoot(window, u"%1-%2"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(cut(window).isEmpty(), qPrintable(name + u": "_s + cut(window)));
        QVERIFY2(window.height() <= 740 && window.width() <= 1024, qPrintable(u"%1: %2 x %3"_s.arg(name).arg(window.width()).arg(window.height())));
    }
};

QTEST_MAIN(TestSuitesWindow)
#include "tst_suiteswindow.moc"
