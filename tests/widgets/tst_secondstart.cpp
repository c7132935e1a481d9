#include "core/storage/memorystore.h"
#include "tests/support/demorun.h"
#include "tests/support/startedprogram.h"
#include "widgets/memory/memorydraftfile.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorypanel.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// What a person did before the program ended is there, or can be taken back, after the next start.
class SecondStartTest : public QObject
{
    Q_OBJECT

private:
    struct Place {
        DemoRun demo;
        QTemporaryDir folder;

        std::unique_ptr<StartedProgram> start()
        {
            auto program = std::make_unique<StartedProgram>(demo.path(), folder.filePath(u"settings.ini"_s));
            program->window->docks().show(PanelSlot::Memory);
            program->cursor.request({.run = demo.run().id});
            return program;
        }
        static QTableView *table(const StartedProgram &program) { return program.part<QTableView>("memoryTable"); }
        static MemoryModel *model(const StartedProgram &program) { return program.window->findChild<MemoryModel *>(); }
        QList<Memory> stored(MemoryState state)
        {
            MemoryFilter filter;
            filter.state = state;
            return MemoryStore(demo.database()).current(demo.run().memorySet, filter).value();
        }
    };

private Q_SLOTS:
    void aDraftSurvives()
    {
        Place place;
        MemoryId id;
        {
            const auto program = place.start();
            QTRY_VERIFY(Place::model(*program)->rowCount() > 2);
            Place::table(*program)->selectRow(1);
            id = Place::model(*program)->row(1).memory.id;
            auto *content = program->part<QPlainTextEdit>("memoryContent");
            content->setFocus();
            QTest::keyClicks(content, u"half a thought "_s);
            Place::table(*program)->selectRow(0);             // another row: nothing is lost
            program->window->panels().memory->addMemory();
            QTest::keyClicks(program->part<QLineEdit>("memoryTitle"), u"A new one"_s);
        }                                                     // at once: no timer had time to fire
        const auto program = place.start();
        QTRY_VERIFY(Place::model(*program)->rowOf(id) >= 0);
        const int row = Place::model(*program)->rowOf(id);
        QTRY_VERIFY(Place::model(*program)->index(row, 0).data(MemoryModel::DraftRole).toBool());
        Place::table(*program)->selectRow(row);
        auto *content = program->part<QPlainTextEdit>("memoryContent");
        QTRY_VERIFY(content->toPlainText().startsWith(u"half a thought "));
        QVERIFY(program->part<QPushButton>("saveMemory")->isEnabled());
        program->window->panels().memory->addMemory();
        QCOMPARE(program->part<QLineEdit>("memoryTitle")->text(), u"A new one"_s);

        program->part<QPushButton>("discardDraft")->click();
        Place::table(*program)->selectRow(Place::model(*program)->rowOf(id));
        program->part<QPushButton>("saveMemory")->click();
        QTRY_VERIFY(MemoryStore(place.demo.database()).byId(id).value().content.startsWith(u"half a thought "));
        // Nothing is left to be kept.
        QTRY_VERIFY(!QFile::exists(MemoryDraftFile::pathFor(place.demo.path())));
    }

    void oneUndoBringsTwoHundredBack()
    {
        constexpr int count = 200;
        Place place;
        MemoryStore store(place.demo.database());
        const int before = int(place.stored(MemoryState::Active).size());
        for (int i = before; i < count; ++i) {
            Memory memory;
            memory.set = place.demo.run().memorySet;
            memory.title = u"Extra lesson %1"_s.arg(i);
            memory.content = u"What to do in case %1."_s.arg(i);
            memory.tokens = 12;
            memory.pinned = i % 3 == 0;
            memory.tags = {u"tag-%1"_s.arg(i % 7)};
            QVERIFY(store.store(memory, {}));
        }
        const QList<Memory> original = place.stored(MemoryState::Active);
        QCOMPARE(original.size(), count);
        {
            const auto program = place.start();
            QTRY_VERIFY(Place::model(*program)->rowCount() > 2);
            while (Place::model(*program)->canFetchMore({})) {
                const int rows = Place::model(*program)->rowCount();
                Place::model(*program)->fetchMore({});
                QTRY_VERIFY(Place::model(*program)->rowCount() > rows);
            }
            Place::table(*program)->selectAll();
            Place::table(*program)->setFocus();
            QTRY_VERIFY(program->action("archiveMemory")->isEnabled());
            program->trigger("archiveMemory");
            auto *dialog = program->part<QInputDialog>("archiveReason");
            QVERIFY(dialog);
            dialog->setTextValue(u"spring cleaning"_s);
            dialog->accept();
            QTRY_COMPARE(place.stored(MemoryState::Active).size(), 0);
        }
        const auto program = place.start();
        QTRY_VERIFY(program->action("undo")->isEnabled());
        QCOMPARE(program->action("undo")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Z));
        program->trigger("undo");
        QTRY_COMPARE(place.stored(MemoryState::Active).size(), count);
        const QList<Memory> back = place.stored(MemoryState::Active);
        for (qsizetype i = 0; i < count; ++i) {
            QCOMPARE(back[i].id, original[i].id);
            QCOMPARE(back[i].pinned, original[i].pinned);
            QCOMPARE(back[i].tags, original[i].tags);
        }
        QTRY_COMPARE(Place::model(*program)->matching(), count);
    }
};

QTEST_MAIN(SecondStartTest)
#include "tst_secondstart.moc"
