#include "widgets/memory/memorydrafts.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestMemoryDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatDiffers()
    {
        MemoryDrafts drafts;
        const MemoryDraft stored{.title = u"Borders"_s, .content = u"Test both."_s};
        MemoryDraft typed = stored;
        typed.content = u"Test both ends."_s;
        drafts.keep({3}, typed, stored);
        QVERIFY(drafts.has({3}));
        QCOMPARE(drafts.draft({3}, stored), typed);
        QCOMPARE(drafts.ids(), QSet<MemoryId>{MemoryId{3}});
    }

    void forgetsWhatSaysTheSame()
    {
        MemoryDrafts drafts;
        const MemoryDraft stored{.title = u"Borders"_s};
        MemoryDraft typed = stored;
        typed.tags = {u"lists"_s};
        drafts.keep({3}, typed, stored);
        drafts.keep({3}, stored, stored);
        QVERIFY(!drafts.has({3}));
        QCOMPARE(drafts.draft({3}, stored), stored);
    }

    void entriesAndTheNewOneAreApart()
    {
        MemoryDrafts drafts;
        const MemoryDraft one{.title = u"One"_s};
        const MemoryDraft fresh{.title = u"New"_s};
        drafts.keep({3}, one, {});
        drafts.keep({}, fresh, {});
        drafts.drop({3});
        QVERIFY(!drafts.has({3}));
        QCOMPARE(drafts.draft({}, {}), fresh);
    }
};

QTEST_GUILESS_MAIN(TestMemoryDrafts)
#include "tst_memorydrafts.moc"
