#include "core/storage/memorystore.h"
#include "tests/widgets/memoryfixture.h"
#include "widgets/memory/creditdialog.h"
#include "widgets/memory/linesmodel.h"
#include "widgets/memory/memorychoice.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorypanel.h"
#include "widgets/memory/memorysetsdialog.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTabWidget>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestMemoryTies : public QObject
{
    Q_OBJECT

private:
    struct Desk : test::PanelFixture {
        Desk()
        {
            for (int i = 0; i < 3; ++i) {
                Memory memory;
                memory.set = demo.run().memorySet;
                memory.kind = MemoryKind::Lesson;
                memory.title = u"Extra lesson %1"_s.arg(i);
                memory.content = u"What to do in case %1."_s.arg(i);
                memory.tokens = 12;
                extra.append(MemoryStore(demo.database()).store(memory, {}).value().id);
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
        MemoryModel *model() { return panel.findChild<MemoryModel *>(); }
        Memory stored(int index) { return MemoryStore(demo.database()).byId(extra.at(index)).value(); }
        bool isLoaded() { return !panel.isEmpty() && model()->rowOf(extra.last()) >= 0; }

        /// Extra lessons by their numbers; the first one is the current row.
        void choose(const QList<int> &numbers)
        {
            auto *selection = part<QTableView>("memoryTable")->selectionModel();
            selection->clear();
            for (const int number : numbers)
                selection->select(model()->index(model()->rowOf(extra.at(number)), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            selection->setCurrentIndex(model()->index(model()->rowOf(extra.at(numbers.first())), MemoryModel::Title), QItemSelectionModel::NoUpdate);
        }

        MemoryPanel panel{services};
        QList<MemoryId> extra;
    };

private Q_SLOTS:
    void mergesAndTakesItBack()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.choose({1, 0, 2});
        QVERIFY(desk.part<QAction>("mergeMemories")->isEnabled());
        desk.panel.mergeSelected();
        auto *dialog = desk.part<MemoryChoice>("mergeChoice");
        QVERIFY(dialog);
        QCOMPARE(dialog->chosen(), desk.extra.at(1));        // the one in the editor is offered first
        desk.shootBothThemes(dialog, u"memory-merge"_s);
        dialog->findChild<QListWidget *>(u"memoryChoiceList"_s)->setCurrentRow(1);
        const MemoryId into = dialog->chosen();
        dialog->accept();
        const int kept = int(desk.extra.indexOf(into));
        for (int i = 0; i < 3; ++i) {
            if (i != kept)
                QTRY_COMPARE(desk.stored(i).supersededBy, into);
        }
        QCOMPARE(desk.stored(kept).state, MemoryState::Active);
        QTRY_VERIFY(desk.panel.canUndo());
        desk.panel.undo();
        for (int i = 0; i < 3; ++i)
            QTRY_COMPARE(desk.stored(i).state, MemoryState::Active);
    }

    void replaces()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.choose({2, 0});
        desk.panel.supersedeSelected();
        auto *dialog = desk.part<MemoryChoice>("supersedeChoice");
        QVERIFY(dialog);
        dialog->accept();
        QTRY_COMPARE(desk.stored(0).supersededBy, desk.extra.at(2));
        QCOMPARE(desk.stored(2).state, MemoryState::Active);
        QCOMPARE(desk.stored(1).state, MemoryState::Active);
    }

    void cancellingChangesNothing()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.choose({2, 0});
        desk.panel.mergeSelected();
        desk.part<MemoryChoice>("mergeChoice")->reject();
        QTest::qWait(50);
        QCOMPARE(desk.stored(0).revision, 1);
        QCOMPARE(desk.stored(2).revision, 1);
    }

    void marksAndLiftsContradictions()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        auto *act = desk.part<QAction>("contradictMemories");
        desk.choose({0, 1, 2});
        QVERIFY(!act->isEnabled());
        desk.choose({0, 1});
        QVERIFY(act->isEnabled());
        const QString mark = act->text();
        act->trigger();
        QTRY_COMPARE(desk.stored(0).contradicts, QList<MemoryId>{desk.extra.at(1)});
        QCOMPARE(desk.stored(1).contradicts, QList<MemoryId>{desk.extra.at(0)});
        QTRY_VERIFY(desk.model()->row(desk.model()->rowOf(desk.extra.at(1))).memory.contradicts.size() == 1);
        desk.choose({1, 0});
        QVERIFY(act->text() != mark);
        act->trigger();
        QTRY_VERIFY(desk.stored(0).contradicts.isEmpty());
    }

    void oneMemoryCannotBeTied()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.choose({0});
        for (const char *name : {"mergeMemories", "supersedeMemories", "contradictMemories"}) {
            QVERIFY(!desk.part<QAction>(name)->isEnabled());
            QVERIFY(!desk.part<QAction>(name)->toolTip().isEmpty());
        }
        QVERIFY(desk.part<QAction>("measureCredit")->isEnabled());
    }

    void creditSaysWhatItTakes()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        CreditDialog carried(desk.services, desk.demo.run().id, MemoryStore(desk.demo.database()).byId(desk.demo.memory(0)).value());
        carried.show();
        auto *what = carried.findChild<QLabel *>(u"creditWhat"_s);
        auto *measure = carried.findChild<QPushButton *>(u"creditMeasure"_s);
        QTRY_VERIFY(!what->text().isEmpty());
        desk.shootBothThemes(&carried, u"memory-credit"_s);

        CreditDialog unused(desk.services, desk.demo.run().id, desk.stored(0));
        unused.show();
        QTRY_COMPARE(unused.findChild<QLabel *>(u"creditWhat"_s)->text(), u"No attempt of this run carried it."_s);
        QVERIFY(!unused.findChild<QPushButton *>(u"creditMeasure"_s)->isEnabled());
        Q_UNUSED(measure);
    }

    void earlierCreditIsShown()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.demo.append({3, Phase::Person}, CreditMeasured{desk.demo.memory(0), 1, 10, 4, 1}, true);
        CreditDialog dialog(desk.services, desk.demo.run().id, MemoryStore(desk.demo.database()).byId(desk.demo.memory(0)).value());
        dialog.show();
        auto *result = dialog.findChild<QLabel *>(u"creditResult"_s);
        QTRY_VERIFY2(result->text().contains(u"10 pair"_s), qPrintable(result->text()));
        QVERIFY(result->text().contains(u"30.0"_s));         // (4 - 1) of 10, in points
    }

    void tellsWhatIsForgottenNext()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.part<QTabWidget>("memoryTabs")->setCurrentIndex(4);
        auto *table = desk.part<QTableView>("memoryForecast");
        QAbstractItemModelTester tester(table->model());
        QTRY_VERIFY(table->model()->rowCount() > 3);
        QVERIFY(!desk.part<QLabel>("forecastSummary")->text().isEmpty());
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QVERIFY(!table->model()->index(row, 0).data().toString().isEmpty());
            QVERIFY(!table->model()->index(row, 2).data().toString().isEmpty());
        }
        desk.shootBothThemes(&desk.panel, u"memory-forgetting"_s);
        QSignalSpy highlighted(&desk.panel, &MemoryPanel::memoryHighlighted);
        Q_EMIT table->activated(table->model()->index(0, 0));
        QCOMPARE(highlighted.size(), 1);
    }

    void setsAreForkedFrozenAndDeleted()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        MemorySetsDialog dialog(desk.services);
        dialog.show();
        auto *model = dialog.findChild<LinesModel *>();
        QAbstractItemModelTester tester(model);
        auto *table = dialog.findChild<QTableView *>(u"memorySetsTable"_s);
        QTRY_COMPARE(model->rowCount(), 1);
        QVERIFY(!dialog.findChild<QPushButton *>(u"removeSet"_s)->isEnabled());      // a run's own
        dialog.findChild<QPushButton *>(u"forkSet"_s)->click();
        auto *name = dialog.findChild<QInputDialog *>(u"forkName"_s);
        name->setTextValue(u"a copy"_s);
        name->accept();
        QTRY_COMPARE(model->rowCount(), 2);
        const int copy = model->index(0, 0).data().toString() == u"a copy"_s ? 0 : 1;
        table->setCurrentIndex(model->index(copy, 0));
        auto *freeze = dialog.findChild<QPushButton *>(u"freezeSet"_s);
        freeze->click();
        QTRY_COMPARE(model->index(copy, 3).data().toString(), u"frozen"_s);
        QVERIFY(MemoryStore(desk.demo.database()).setByName(u"a copy"_s)->frozen);
        QTRY_COMPARE(freeze->text(), u"Unfreeze"_s);
        desk.shootBothThemes(&dialog, u"memory-sets"_s);
        freeze->click();
        QTRY_VERIFY(!MemoryStore(desk.demo.database()).setByName(u"a copy"_s)->frozen);
        QTRY_COMPARE(freeze->text(), u"Freeze"_s);

        table->setCurrentIndex(model->index(copy, 0));
        QTRY_VERIFY(dialog.findChild<QPushButton *>(u"removeSet"_s)->isEnabled());
        dialog.findChild<QPushButton *>(u"removeSet"_s)->click();
        auto *question = dialog.findChild<QMessageBox *>(u"removeSetQuestion"_s);
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_COMPARE(model->rowCount(), 1);
    }

    void aTakenNameIsRefused()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        MemorySetsDialog dialog(desk.services);
        QSignalSpy failed(&dialog, &MemorySetsDialog::failed);
        dialog.show();
        auto *model = dialog.findChild<LinesModel *>();
        QTRY_COMPARE(model->rowCount(), 1);
        dialog.findChild<QPushButton *>(u"forkSet"_s)->click();
        auto *name = dialog.findChild<QInputDialog *>(u"forkName"_s);
        name->setTextValue(model->index(0, 0).data().toString());
        name->accept();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(model->rowCount(), 1);
    }
};

QTEST_MAIN(TestMemoryTies)
#include "tst_memoryties.moc"
