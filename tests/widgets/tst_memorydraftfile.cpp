#include "widgets/memory/memorydraftfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class MemoryDraftFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasWritten()
    {
        const QTemporaryDir folder;
        const MemoryDraftFile file(folder.filePath(u"a.db"_s));
        const MemoryDraft code{MemoryKind::Code, Language::Rust, u"边界"_s, u"Where?\nThere."_s, u"fn f() {\n    \"x\"\n}"_s, {u"a"_s, u"b c"_s}};
        const MemoryDrafts::Table drafts{{{}, {.title = u"Only a title"_s}}, {{7}, code}};
        QVERIFY(file.write(drafts));
        QCOMPARE(file.read().value(), drafts);
        // Only the person who writes them may read them.
        QVERIFY(!(QFile::permissions(MemoryDraftFile::pathFor(folder.filePath(u"a.db"_s))) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void withoutDraftsThereIsNoFile()
    {
        const QTemporaryDir folder;
        const QString database = folder.filePath(u"a.db"_s);
        const MemoryDraftFile file(database);
        QVERIFY(file.read().value().isEmpty());
        QVERIFY(file.write({{{7}, {.title = u"t"_s}}}));
        QVERIFY(QFile::exists(MemoryDraftFile::pathFor(database)));
        QVERIFY(file.write({}));
        QVERIFY(!QFile::exists(MemoryDraftFile::pathFor(database)));
    }

    void namesTheLineThatCannotBeRead()
    {
        const QTemporaryDir folder;
        const QString database = folder.filePath(u"a.db"_s);
        const MemoryDraftFile file(database);
        QVERIFY(file.write({{{7}, {.title = u"t"_s}}}));
        QFile raw(MemoryDraftFile::pathFor(database));
        QVERIFY(raw.open(QIODevice::Append));
        raw.write("half a li");
        raw.close();
        const auto read = file.read();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadInput);
        QVERIFY2(read.error().detail.contains(u".drafts.jsonl:2"), qPrintable(read.error().detail));
    }

    void saysWhereItCannotWrite()
    {
        const QTemporaryDir folder;
        const auto written = MemoryDraftFile(folder.filePath(u"missing/a.db"_s)).write({{{7}, {.title = u"t"_s}}});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QVERIFY(written.error().detail.contains(u"missing"));
    }

    void whatIsTypedGoesBeforeWhatWasLeft()
    {
        MemoryDrafts drafts;
        drafts.keep({3}, {.title = u"new"_s}, {});
        drafts.adopt({{{3}, {.title = u"old"_s}}, {{4}, {.title = u"other"_s}}});
        QCOMPARE(drafts.draft({3}, {}).title, u"new"_s);
        QCOMPARE(drafts.draft({4}, {}).title, u"other"_s);
    }
};

QTEST_APPLESS_MAIN(MemoryDraftFileTest)
#include "tst_memorydraftfile.moc"
