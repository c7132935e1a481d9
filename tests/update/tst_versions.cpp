#include "builders.h"

#include <QJsonArray>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstVersionFollowsFileAndConfiguration()
    {
        RunConfig config;
        config.attempts = 5;
        config.temperature = 0.7;
        config.memoryCount = 6;
        const auto version = firstVersion(config);
        QVERIFY2(version, qPrintable(version ? QString() : version.error().detail));
        QCOMPARE(version->number, 1);
        QVERIFY(!version->parent);
        QCOMPARE(version->origin, VersionOrigin::Initial);
        QVERIFY(version->rules.isEmpty());
        QStringList names;
        for (const Section &section : version->sections) {
            names.append(section.name);
            QVERIFY(section.text.size() > 20);
        }
        QCOMPARE(names, (QStringList{u"role"_s, u"instructions"_s, u"format"_s}));
        QCOMPARE(version->strategy.attempts, 5);
        QCOMPARE(version->strategy.memories, 6);
        QCOMPARE(version->strategy.temperature, 0.7);
        config.memoryEnabled = false;
        QCOMPARE(firstVersion(config)->strategy.memories, 0);
    }

    void sectionsAreSplitAtTheirNames()
    {
        const auto sections = sectionsOf(u"# role\nA\n\nB\n## not a section\n# format\n"_s, u"f.md"_s);
        QCOMPARE(*sections, (QList<Section>{{u"role"_s, u"A\n\nB\n## not a section"_s}, {u"format"_s, {}}}));
        QVERIFY(!sectionsOf(u"stray\n# role\n"_s, u"f.md"_s));
    }

    void editsApply_data()
    {
        QTest::addColumn<QList<RuleEdit>>("edits");
        QTest::addColumn<QList<Rule>>("rules");
        const Rule a = test::rule(1, u"A"_s, 5, 1);
        const Rule b = test::rule(2, u"B"_s, 2, 4);
        const Rule c = test::rule(3, u"C"_s);
        const auto fresh = [](int number, const QString &text) {
            Rule rule = test::rule(number, text);
            rule.addedIn = 4;
            return rule;
        };
        QTest::newRow("nothing") << QList<RuleEdit>{} << QList<Rule>{a, b, c};
        QTest::newRow("add") << QList<RuleEdit>{{RuleEditKind::Add, {}, u"D"_s}, {RuleEditKind::Add, {}, u"E"_s}}
                             << QList<Rule>{a, b, c, fresh(10, u"D"_s), fresh(11, u"E"_s)};
        QTest::newRow("change counts anew") << QList<RuleEdit>{{RuleEditKind::Change, {u"r1"_s}, u"A2"_s}}
                                            << QList<Rule>{fresh(1, u"A2"_s), b, c};
        QTest::newRow("merge keeps the first id and the larger counts") << QList<RuleEdit>{{RuleEditKind::Merge, {u"r2"_s, u"r1"_s}, u"AB"_s}}
                                                                        << QList<Rule>{test::rule(2, u"AB"_s, 5, 4), c};
        QTest::newRow("drop") << QList<RuleEdit>{{RuleEditKind::Drop, {u"r1"_s, u"r3"_s}, {}}} << QList<Rule>{b};
        QTest::newRow("unknown rules") << QList<RuleEdit>{{RuleEditKind::Drop, {u"r9"_s}, {}}, {RuleEditKind::Change, {u"r9"_s}, u"X"_s}, {RuleEditKind::Merge, {}, u"X"_s}}
                                       << QList<Rule>{a, b, c};
        QTest::newRow("add after drop does not reuse the id") << QList<RuleEdit>{{RuleEditKind::Drop, {u"r3"_s}, {}}, {RuleEditKind::Add, {}, u"D"_s}}
                                                              << QList<Rule>{a, b, fresh(10, u"D"_s)};
    }

    void editsApply()
    {
        QFETCH(const QList<RuleEdit>, edits);
        QFETCH(const QList<Rule>, rules);
        const PromptVersion base = test::version({test::rule(1, u"A"_s, 5, 1), test::rule(2, u"B"_s, 2, 4), test::rule(3, u"C"_s)});
        const PromptVersion child = applyEdits(base, edits, {.number = 4, .round = 2, .note = u"why"_s, .nextRuleId = 10});
        QCOMPARE(child.rules, rules);
        QCOMPARE(child.number, 4);
        QCOMPARE(child.parent, std::optional(3));
        QCOMPARE(child.note, u"why"_s);
        QCOMPARE(child.sections, base.sections);
        QCOMPARE(child.strategy, base.strategy);
    }

    void idsAreCountedOverAllVersions()
    {
        QCOMPARE(nextRuleId({}), 1);
        QCOMPARE(nextRuleId({test::version({test::rule(12, u"A"_s)}), test::version({test::rule(9, u"B"_s)})}), 13);
    }

    void rulesAreCreditedByTheAllowedSignal()
    {
        const PromptVersion version = test::version({test::rule(1, u"A"_s), test::rule(2, u"B"_s)});
        const auto outcome = [](const QList<SeenAttempt> &attempts, Split split = Split::Learn) {
            return TaskOutcome{.split = split, .attempts = attempts};
        };
        SeenAttempt onlyFirst = test::attempt(true);
        onlyFirst.attempt.prompt = {{.kind = SegmentKind::Rules, .sources = {u"rule:r1"_s, u"memory:2"_s}}};
        SeenAttempt hiddenRed = test::attempt(true);
        hiddenRed.hiddenPassed = false;
        SeenAttempt machine = test::attempt(false);
        machine.verdict.errorClass = ErrorClass::Infrastructure;
        const QList<Rule> rules = creditedRules(version, {
            outcome({test::attempt(false), test::attempt(true)}), // the last decides
            outcome({onlyFirst}),
            outcome({hiddenRed}),
            outcome({machine}),
            outcome({test::attempt(true, 2)}),                    // another version
            outcome({test::attempt(true)}, Split::Report),
            outcome({}),
        });
        QCOMPARE(rules, (QList<Rule>{test::rule(1, u"A"_s, 2, 1), test::rule(2, u"B"_s, 1, 1)}));
    }

    void updatesAreExported()
    {
        const PromptVersion old = test::version({test::rule(1, u"Mind the empty list."_s)});
        Update update;
        update.edits = {{RuleEditKind::Drop, {u"r1"_s}, {}, u"harmful"_s}};
        const PromptVersion next = applyEdits(old, update.edits, {.number = 4});
        const QJsonObject exported = exportUpdate(update, old, next);
        QCOMPARE(exported.keys(), (QStringList{u"new_prompt"_s, u"old_prompt"_s, u"update_action"_s}));
        QVERIFY(exported.value(u"old_prompt"_s).toString().endsWith(u"## Rules\n- [r1] Mind the empty list."_s));
        QVERIFY(!exported.value(u"new_prompt"_s).toString().contains(u"## Rules"_s));
        QCOMPARE(exported.value(u"update_action"_s).toArray().first().toObject().value(u"action"_s).toString(), u"drop"_s);
        QVERIFY(exportUpdate(update, old, {}).value(u"new_prompt"_s).isNull());
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
