#include "core/base/random.h"
#include "core/update/editchecker.h"
#include "core/update/versiondiff.h"

#include "builders.h"

#include <QSet>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const QString Empty = u"Handle the empty input before the loop."_s;
const QString Bounds = u"Check whether the last element belongs to the range."_s;
const QString Copies = u"Copy an argument in front of changing it."_s;

CheckedEdits check(const QList<RuleEdit> &edits, const UpdateContext &context)
{
    HashingEmbedder embedder = test::embedder();
    return EditChecker(embedder).check(edits, context, {}).value();
}

RuleEdit add(const QString &text)
{
    return {RuleEditKind::Add, {}, text, u"because"_s};
}

} // namespace

class TestEditChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsGoodEditsThrough()
    {
        const UpdateContext context = test::context({test::rule(1, Empty), test::rule(2, Bounds)}, {test::failure(1, u"case"_s, u"x"_s)});
        const QList<RuleEdit> edits{add(u"Compare letters in one case."_s), {RuleEditKind::Change, {u"r1"_s}, u"Return early for missing input."_s, {}},
            {RuleEditKind::Drop, {u"r2"_s}, {}, {}}};
        const CheckedEdits checked = check(edits, context);
        QCOMPARE(checked.kept, edits);
        QVERIFY(checked.leftOut.isEmpty());
        QCOMPARE(checked.editShare, editShare(context.current, applyEdits(context.current, edits, {.nextRuleId = 10})));
        QVERIFY(checked.editShare > 0);
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<RuleEdit>("edit");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<ReasonCode>("code");
        QTest::newRow("unknown rule") << RuleEdit{RuleEditKind::Drop, {u"r8"_s}, {}, {}} << u"there is no rule r8"_s << ReasonCode::RuleUnknown;
        QTest::newRow("drop of nothing") << RuleEdit{RuleEditKind::Drop, {}, {}, {}} << u"of 0 rules"_s << ReasonCode::EditRuleCount;
        QTest::newRow("merge of one") << RuleEdit{RuleEditKind::Merge, {u"r1"_s}, u"x"_s, {}} << u"merge of 1 rules"_s << ReasonCode::EditRuleCount;
        QTest::newRow("change of two") << RuleEdit{RuleEditKind::Change, {u"r1"_s, u"r2"_s}, u"x"_s, {}} << u"of 2 rules"_s << ReasonCode::EditRuleCount;
        QTest::newRow("no text") << add(u" "_s) << u"no text"_s << ReasonCode::RuleEmpty;
        QTest::newRow("too long") << add(u"long "_s.repeated(60)) << u"300 characters, 240 are allowed"_s << ReasonCode::RuleTooLong;
        QTest::newRow("names the function") << add(u"In merge_all start with the first part."_s) << u"not general"_s << ReasonCode::RuleNamesIdentifier;
        QTest::newRow("names a value") << add(u"Join by 4711 at the end."_s) << u"not general"_s << ReasonCode::RuleHoldsValue;
        QTest::newRow("said already") << add(u"handle the empty input before the loop"_s) << u"r1 says the same already"_s << ReasonCode::EditRepeatsRule;
        QTest::newRow("tried before") << add(u"Use recursion wherever it is possible."_s) << u"r7 said the same and was dropped in version 2"_s << ReasonCode::RuleFailedBefore;
    }

    void refusesWithAReason()
    {
        QFETCH(const RuleEdit, edit);
        QFETCH(const QString, reason);
        QFETCH(const ReasonCode, code);
        UpdateContext context = test::context({test::rule(1, Empty), test::rule(2, Bounds)}, {test::failure(1, u"case"_s, u"x"_s)});
        context.retired = {{test::rule(7, u"Use recursion wherever possible."_s, 1, 5), 2, u"harmful"_s}};
        const CheckedEdits checked = check({edit}, context);
        QVERIFY(checked.kept.isEmpty());
        QCOMPARE(checked.editShare, 0.0);
        QCOMPARE(checked.leftOut.size(), 1);
        QCOMPARE(checked.leftOut.first().edit, edit);
        QVERIFY2(checked.leftOut.first().reason.contains(reason), qPrintable(checked.leftOut.first().reason));
        QCOMPARE(checked.leftOut.first().why.code, code);
    }

    void nearDuplicatesBecomeMerges()
    {
        const UpdateContext context = test::context({test::rule(1, Empty, 4, 1), test::rule(2, Bounds)});
        const QString more = u"Handle the empty input before the loop, and return early."_s;
        const CheckedEdits checked = check({add(more)}, context);
        QCOMPARE(checked.kept.size(), 1);
        QCOMPARE(checked.kept.first().kind, RuleEditKind::Merge);
        QCOMPARE(checked.kept.first().rules, QStringList{u"r1"_s});
        QCOMPARE(checked.kept.first().text, more);
        const PromptVersion child = applyEdits(context.current, checked.kept, {.nextRuleId = 10});
        QCOMPARE(child.rules.size(), 2);
        QCOMPARE(child.rules.first().helpful, 4);

        const CheckedEdits changed = check({{RuleEditKind::Change, {u"r2"_s}, Empty, {}}}, context);
        QCOMPARE(changed.kept.first().rules, (QStringList{u"r1"_s, u"r2"_s}));
        QCOMPARE(applyEdits(context.current, changed.kept, {}).rules.size(), 1);

        const CheckedEdits twice = check({add(Copies), add(u"Copy an argument in front of changing it, always."_s)}, context);
        QCOMPARE(twice.kept.size(), 1);
        QVERIFY(twice.leftOut.first().reason.contains(u"earlier edit"_s));
    }

    void aRuleIsEditedOnce()
    {
        const UpdateContext context = test::context({test::rule(1, Empty), test::rule(2, Bounds)});
        const CheckedEdits checked = check({{RuleEditKind::Drop, {u"r1"_s}, {}, {}}, {RuleEditKind::Change, {u"r1"_s}, Copies, {}}}, context);
        QCOMPARE(checked.kept.size(), 1);
        QVERIFY(checked.leftOut.first().reason.contains(u"already edited"_s));
    }

    void theWorstMakesRoom_data()
    {
        QTest::addColumn<QList<Rule>>("rules");
        QTest::addColumn<QString>("dropped");
        QTest::newRow("worst balance") << QList<Rule>{test::rule(1, Empty, 5, 1), test::rule(2, Bounds, 1, 5), test::rule(3, Copies, 3, 3)} << u"r2"_s;
        QTest::newRow("evidence before none") << QList<Rule>{test::rule(1, Empty), test::rule(2, Bounds, 5, 2), test::rule(3, Copies)} << u"r2"_s;
        QTest::newRow("more evidence") << QList<Rule>{test::rule(1, Empty, 1, 1), test::rule(2, Bounds, 3, 3), test::rule(3, Copies, 9, 1)} << u"r2"_s;
    }

    void theWorstMakesRoom()
    {
        QFETCH(const QList<Rule>, rules);
        QFETCH(const QString, dropped);
        UpdateContext context = test::context(rules);
        context.limits.maxRules = 3;
        const CheckedEdits checked = check({add(u"Compare letters in one case."_s)}, context);
        QCOMPARE(checked.kept.size(), 2);
        QCOMPARE(checked.kept.at(1).kind, RuleEditKind::Drop);
        QCOMPARE(checked.kept.at(1).rules, QStringList{dropped});
        QVERIFY(checked.kept.at(1).reason.startsWith(u"makes room"_s));
        QCOMPARE(checked.kept.at(1).why.code, ReasonCode::MakesRoom);
    }

    void whatHasNoRoomIsLeftOut()
    {
        UpdateContext context = test::context({test::rule(1, Empty)});
        context.limits.promptTokens = 3;
        const CheckedEdits checked = check({add(u"Compare letters in one case."_s)}, context);
        QVERIFY(checked.kept.isEmpty());
        QVERIFY(checked.leftOut.first().reason.contains(u"no room"_s));
        QCOMPARE(checked.leftOut.first().why.code, ReasonCode::NoRoom);
    }

    void theEditBoundStopsTheRest()
    {
        UpdateContext context = test::context({test::rule(1, Empty)});
        context.limits.editBound = 0.10;
        const CheckedEdits checked = check({add(Bounds), add(Copies), add(u"Compare letters in one case."_s)}, context);
        QVERIFY(!checked.kept.isEmpty());
        QVERIFY(!checked.leftOut.isEmpty());
        QVERIFY(checked.editShare <= 0.10);
        QVERIFY2(checked.leftOut.first().reason.startsWith(u"edit bound: it would change "_s), qPrintable(checked.leftOut.first().reason));
        context.limits.editBound = 0;
        QVERIFY(check({add(Bounds)}, context).kept.isEmpty());
    }

    /// Whatever is proposed, the child keeps every budget and no id comes twice.
    void childrenKeepTheBudgets()
    {
        const QStringList words{u"empty"_s, u"bounds"_s, u"copy"_s, u"case"_s, u"sort"_s, u"divide"_s, u"loop"_s, u"return"_s, u"list"_s, u"early"_s, u"key"_s, u"type"_s};
        HashingEmbedder embedder = test::embedder();
        const EditChecker checker(embedder);
        for (int trial = 0; trial < 200; ++trial) {
            Random random = Random::of({trial}, "edits");
            const auto sentence = [&] {
                QString text = u"Mind"_s;
                for (qint64 i = 2 + random.below(8); i > 0; --i)
                    text += u' ' + words.at(random.below(words.size()));
                return text;
            };
            QList<Rule> rules;
            for (int i = 1; i <= random.below(8); ++i)
                rules.append(test::rule(i, sentence(), int(random.below(9)), int(random.below(9))));
            UpdateContext context = test::context(rules);
            context.limits = {.promptTokens = int(20 + random.below(120)), .maxRules = int(1 + random.below(8)), .editBound = random.uniform(), .ruleLength = 60};
            const bool fitsBefore = rules.size() <= context.limits.maxRules && ruleTokens(rules) <= context.limits.promptTokens;
            QList<RuleEdit> edits;
            for (qint64 i = random.below(7); i > 0; --i) {
                RuleEdit edit{RuleEditKind(1 + random.below(4)), {}, sentence(), {}};
                for (qint64 r = random.below(3); r > 0; --r)
                    edit.rules.append(u"r%1"_s.arg(1 + random.below(9)));
                edits.append(edit);
            }
            const CheckedEdits checked = checker.check(edits, context, {}).value();
            const PromptVersion child = applyEdits(context.current, checked.kept, {.number = 4, .nextRuleId = 10});
            QVERIFY(checked.editShare <= context.limits.editBound);
            QCOMPARE(checked.editShare, editShare(context.current, child));
            if (fitsBefore) {
                QVERIFY(child.rules.size() <= context.limits.maxRules);
                QVERIFY(ruleTokens(child.rules) <= context.limits.promptTokens);
            }
            QSet<QString> ids;
            for (const Rule &rule : child.rules) {
                ids.insert(rule.id);
                QVERIFY(rule.text.size() <= 60 || rules.contains(rule));
            }
            QCOMPARE(ids.size(), child.rules.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestEditChecker)
#include "tst_editchecker.moc"
