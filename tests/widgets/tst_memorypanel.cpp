#include "core/storage/memorystore.h"
#include "tests/widgets/memoryfixture.h"
#include "widgets/memory/memorybar.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorypanel.h"

#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestMemoryPanel : public QObject
{
    Q_OBJECT

private:
    struct Desk : test::PanelFixture {
        explicit Desk(int more = 0)
        {
            for (int i = 0; i < more; ++i) {
                Memory memory;
                memory.set = demo.run().memorySet;
                memory.title = u"Extra lesson %1"_s.arg(i);
                memory.content = u"What to do in case %1."_s.arg(i);
                memory.tokens = 12;
                MemoryStore(demo.database()).store(memory, {}).value();
            }
            panel.resize(1000, 420);
            panel.show();
            goToRun();
        }

        template<typename Widget>
        Widget *part(const char *name)
        {
            return panel.findChild<Widget *>(QLatin1StringView(name));
        }
        QTableView *table() { return part<QTableView>("memoryTable"); }
        MemoryModel *model() { return panel.findChild<MemoryModel *>(); }
        QString title() { return part<QLineEdit>("memoryTitle")->text(); }
        bool isLoaded() { return !panel.isEmpty() && model()->rowCount() > 2 && table()->currentIndex().isValid(); }
        Memory stored(MemoryId id) { return MemoryStore(demo.database()).byId(id).value(); }
        MemoryId idAt(int row) { return model()->row(row).memory.id; }
        void choose(int row) { table()->setCurrentIndex(model()->index(row, MemoryModel::Title)); }
        void search(const QString &text)
        {
            part<QLineEdit>("memorySearch")->setText(text);
            QTest::keyClick(part<QLineEdit>("memorySearch"), Qt::Key_Return);
        }
        void archiveFor(const QString &reason)
        {
            panel.archive();
            auto *dialog = part<QInputDialog>("archiveReason");
            dialog->setTextValue(reason);
            dialog->accept();
        }

        MemoryPanel panel{services};
    };

private Q_SLOTS:
    void showsTheRunsMemories()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QCOMPARE(desk.model()->rowCount(), MemoryStore(desk.demo.database()).count(desk.demo.run().memorySet).value());
        QVERIFY(!desk.title().isEmpty());
        desk.shootBothThemes(&desk.panel, u"memory"_s);
        desk.panel.resize(440, 700);
        desk.shootBothThemes(&desk.panel, u"memory-narrow"_s);
    }

    void aDraftSurvivesAnotherRowAndIsMarked()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.choose(0);
        const QString before = desk.title();
        desk.part<QLineEdit>("memoryTitle")->end(false);
        QTest::keyClicks(desk.part<QLineEdit>("memoryTitle"), u"!!"_s);
        desk.choose(1);
        QVERIFY(desk.title() != before + u"!!"_s);
        QVERIFY(desk.model()->index(0, 0).data(MemoryModel::DraftRole).toBool());
        desk.shootBothThemes(&desk.panel, u"memory-draft"_s);
        desk.choose(0);
        QCOMPARE(desk.title(), before + u"!!"_s);
        QCOMPARE(desk.stored(desk.idAt(0)).title, before);
        desk.part<QPushButton>("discardDraft")->click();
        QCOMPARE(desk.title(), before);
        QVERIFY(!desk.model()->index(0, 0).data(MemoryModel::DraftRole).toBool());
    }

    void aDraftSurvivesAReload()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const MemoryId id = desk.idAt(1);
        desk.choose(1);
        QTest::keyClicks(desk.part<QPlainTextEdit>("memoryContent"), u"draft "_s);
        const QString typed = desk.part<QPlainTextEdit>("memoryContent")->toPlainText();
        QSignalSpy reset(desk.model(), &MemoryModel::modelReset);
        desk.search(u"zzz"_s);
        QTRY_COMPARE(desk.model()->rowCount(), 0);
        desk.part<QPushButton>("clearMemoryFilters")->click();
        QTRY_VERIFY(desk.model()->rowOf(id) >= 0);
        desk.choose(desk.model()->rowOf(id));
        QCOMPARE(desk.part<QPlainTextEdit>("memoryContent")->toPlainText(), typed);
    }

    void savingMakesARevision()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const MemoryId id = desk.idAt(0);
        const int revision = desk.stored(id).revision;
        desk.part<QLineEdit>("memoryTitle")->setFocus();
        QTest::keyClicks(desk.part<QLineEdit>("memoryTitle"), u" mended"_s);
        desk.part<QPushButton>("saveMemory")->click();
        QTRY_COMPARE(desk.stored(id).revision, revision + 1);
        QVERIFY(desk.stored(id).edited);
        QTRY_VERIFY(!desk.part<QPushButton>("saveMemory")->isEnabled());
        QTRY_VERIFY(desk.part<QLabel>("memoryNote")->text().contains(u"from round 4"_s));
    }

    void spaceKeepsAndGoesOn()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.choose(0);
        const MemoryId first = desk.idAt(0);
        const MemoryId second = desk.idAt(1);
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_Space);
        QTRY_VERIFY(desk.stored(first).reviewedAt.isValid());
        QTRY_COMPARE(desk.panel.highlighted(), second);
    }

    void archivesInBulkAndUndoesInOneStep()
    {
        Desk desk(30);
        QTRY_VERIFY(desk.isLoaded());
        const int before = desk.model()->rowCount();
        desk.table()->selectAll();
        desk.archiveFor(u"spring cleaning"_s);
        QTRY_COMPARE(desk.model()->rowCount(), 0);
        QTRY_VERIFY(desk.panel.canUndo());
        desk.panel.undo();
        QTRY_COMPARE(desk.model()->rowCount(), before);
        QTRY_VERIFY(desk.panel.canRedo());
    }

    void archivedOnesAreFoundAndRestored()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const MemoryId id = desk.idAt(0);
        desk.archiveFor(u"outdated"_s);
        QTRY_COMPARE(desk.model()->rowOf(id), -1);
        desk.panel.highlightMemory(id);
        QTRY_COMPARE(desk.panel.highlighted(), id);
        QVERIFY(desk.part<QLabel>("memoryNote")->text().contains(u"outdated"_s));
        desk.panel.restore();
        QTRY_COMPARE(desk.stored(id).state, MemoryState::Active);
    }

    void addsAMemory()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const int before = desk.model()->rowCount();
        desk.panel.addMemory();
        QVERIFY(desk.title().isEmpty());
        QTest::keyClicks(desk.part<QLineEdit>("memoryTitle"), u"Mind the gap"_s);
        desk.part<QPlainTextEdit>("memoryContent")->setPlainText(u"Look at both ends."_s);
        desk.part<QPushButton>("saveMemory")->click();
        QTRY_COMPARE(desk.model()->rowCount(), before + 1);
        QTRY_COMPARE(desk.stored(desk.panel.highlighted()).title, u"Mind the gap"_s);
        QCOMPARE(desk.stored(desk.panel.highlighted()).origin, MemoryOrigin::Person);
    }

    void anIncompleteMemoryStaysADraft()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QSignalSpy failed(&desk.panel, &MemoryPanel::failed);
        desk.panel.addMemory();
        QTest::keyClicks(desk.part<QLineEdit>("memoryTitle"), u"Only a title"_s);
        desk.part<QPushButton>("saveMemory")->click();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(desk.title(), u"Only a title"_s);
        desk.choose(0);
        desk.panel.addMemory();
        QCOMPARE(desk.title(), u"Only a title"_s);
    }

    void searchesByWordsAndByMeaning()
    {
        Desk desk(5);
        QTRY_VERIFY(desk.isLoaded());
        const int all = desk.model()->rowCount();
        desk.search(u"extra"_s);
        QTRY_COMPARE(desk.model()->rowCount(), 5);
        QVERIFY(!desk.table()->isColumnHidden(MemoryModel::Score));
        QVERIFY(desk.part<QLabel>("memoryCounts")->text().startsWith(u"5 "_s));
        desk.part<QComboBox>("memorySearchMode")->setCurrentIndex(1);
        Q_EMIT desk.part<QComboBox>("memorySearchMode")->activated(1);
        desk.search(u"an extra lesson"_s);
        QTRY_VERIFY(desk.model()->rowCount() >= 5 && desk.model()->row(0).memory.title.startsWith(u"Extra"_s));
        desk.search({});
        QTRY_COMPARE(desk.model()->rowCount(), all);
    }

    void filtersAreChipsThatGoAway()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const int all = desk.model()->rowCount();
        auto *menu = desk.part<QToolButton>("memoryFilter")->menu();
        Q_EMIT menu->aboutToShow();
        const QList<QAction *> actions = menu->actions();
        const auto lessons = std::ranges::find(actions, u"Lessons"_s, &QAction::text);
        QVERIFY(lessons != actions.end());
        (*lessons)->trigger();
        QTRY_VERIFY(desk.model()->rowCount() < all);
        QVERIFY(desk.part<QToolButton>("chipKind"));
        desk.shootBothThemes(&desk.panel, u"memory-filter"_s);
        desk.part<QToolButton>("chipKind")->click();
        QTRY_COMPARE(desk.model()->rowCount(), all);
    }

    void newOnesWaitUntilAskedFor()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QCoreApplication::processEvents();
        const int before = desk.model()->rowCount();
        Memory memory;
        memory.title = u"Fresh"_s;
        memory.content = u"New."_s;
        desk.demo.append({3, Phase::Remember}, MemoryStored{memory, u"add"_s, {}, 0});
        auto *show = desk.part<QPushButton>("showNewMemories");
        QTRY_VERIFY(show->isVisible());
        QCOMPARE(desk.model()->rowCount(), before);
        QVERIFY(show->text().startsWith(u"1 "_s));
        show->click();
        QTRY_COMPARE(desk.model()->rowCount(), before + 1);
        QVERIFY(!show->isVisible());
    }

    void aUseTakesToItsAttempt()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.part<QTabWidget>("memoryTabs")->setCurrentIndex(1);
        auto *uses = desk.part<QTableView>("memoryUses");
        QTRY_VERIFY(uses->model()->rowCount() > 0);
        for (int row = 0; row < desk.model()->rowCount() && !uses->model()->index(0, 0).data(Qt::UserRole).isValid(); ++row) {
            const MemoryId id = desk.idAt(row);
            desk.choose(row);
            QTRY_VERIFY(desk.panel.highlighted() == id);
            QTRY_VERIFY(uses->model()->rowCount() > 0);
        }
        desk.shootBothThemes(&desk.panel, u"memory-uses"_s);
        Q_EMIT uses->activated(uses->model()->index(0, 0));
        QVERIFY(desk.cursor.cursor().attempt.has_value());
    }

    void anOldRevisionComesBackAsANewOne()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const MemoryId id = desk.idAt(0);
        const QString before = desk.title();
        QTest::keyClicks(desk.part<QLineEdit>("memoryTitle"), u" changed"_s);
        desk.part<QPushButton>("saveMemory")->click();
        QTRY_VERIFY(desk.stored(id).title != before);
        const int revision = desk.stored(id).revision;
        auto *history = desk.part<QTableView>("memoryHistory");
        QTRY_COMPARE(history->model()->rowCount(), revision);
        Q_EMIT history->activated(history->model()->index(1, 0));
        QTRY_COMPARE(desk.stored(id).title, before);
        QCOMPARE(desk.stored(id).revision, revision + 1);
    }

    void pinsTheSelection()
    {
        Desk desk(3);
        QTRY_VERIFY(desk.isLoaded());
        desk.choose(desk.model()->rowCount() - 1);
        const MemoryId id = desk.panel.highlighted();
        const bool before = desk.stored(id).pinned;
        desk.panel.togglePin();
        QTRY_COMPARE(desk.stored(id).pinned, !before);
        QTRY_VERIFY(desk.part<QLabel>("pinShare")->isVisible());
    }

    void aForeignHighlightIsSilent()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QSignalSpy highlighted(&desk.panel, &MemoryPanel::memoryHighlighted);
        desk.panel.highlightMemory(desk.idAt(2));
        QCOMPARE(desk.panel.highlighted(), desk.idAt(2));
        QCOMPARE(highlighted.size(), 0);
    }

    void similarOnesAreListed()
    {
        Desk desk(4);
        QTRY_VERIFY(desk.isLoaded());
        desk.search(u"extra"_s);
        QTRY_COMPARE(desk.model()->rowCount(), 4);
        desk.part<QTabWidget>("memoryTabs")->setCurrentIndex(3);
        auto *similar = desk.part<QTableView>("memorySimilar");
        QTRY_VERIFY(similar->model()->index(0, 1).data().toString().startsWith(u"Extra lesson"_s));
    }

    void manyEntriesComeInPages()
    {
        Desk desk(1000);
        QTRY_VERIFY(desk.isLoaded());
        QCOMPARE(desk.model()->rowCount(), memoryPageSize);
        QVERIFY(desk.model()->matching() > 1000);
        while (desk.model()->canFetchMore({})) {
            const int before = desk.model()->rowCount();
            desk.model()->fetchMore({});
            QTRY_VERIFY(desk.model()->rowCount() > before);
        }
        QCOMPARE(desk.model()->rowCount(), desk.model()->matching());
    }

    void withoutARunItIsEmpty()
    {
        test::PanelFixture fixture;
        MemoryPanel panel(fixture.services);
        panel.show();
        QTRY_VERIFY(panel.isEmpty());
        QVERIFY(!panel.findChild<QPushButton *>(u"addFirstMemory"_s)->isEnabled());
    }
};

QTEST_MAIN(TestMemoryPanel)
#include "tst_memorypanel.moc"
