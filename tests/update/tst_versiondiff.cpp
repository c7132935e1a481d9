#include "core/update/versiondiff.h"

#include "builders.h"

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestVersionDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatChanged()
    {
        const PromptVersion from = test::version({test::rule(1, u"A"_s), test::rule(2, u"B"_s, 3, 4), test::rule(3, u"C"_s)});
        PromptVersion to = test::version({test::rule(2, u"B"_s, 9, 9), test::rule(3, u"C, but not always"_s), test::rule(7, u"G"_s)});
        to.sections.removeLast();
        to.sections.append({u"notes"_s, u"New"_s});
        to.strategy.planFirst = true;
        to.strategy.temperature = 0.5;
        to.strategy.tools = {u"syntax"_s, u"lint"_s};

        const VersionDiff diff = diffVersions(from, to);
        QCOMPARE(diff.removed, QList<Rule>{from.rules.at(0)});
        QCOMPARE(diff.added, QList<Rule>{to.rules.at(2)});
        QCOMPARE(diff.changed, (QList<RuleChange>{{from.rules.at(2), to.rules.at(1)}}));
        QCOMPARE(diff.sections, (QList<SectionChange>{{u"format"_s, u"One code block."_s, {}}, {u"notes"_s, {}, u"New"_s}}));
        QCOMPARE(diff.strategy, (QList<StrategyChange>{{u"planFirst"_s, u"no"_s, u"yes"_s}, {u"temperature"_s, u"0.2"_s, u"0.5"_s}, {u"tools"_s, {}, u"syntax, lint"_s}}));
        QVERIFY(!diff.isEmpty());
        QVERIFY(diffVersions(from, from).isEmpty());
    }

    void rollbackIsWorded_data()
    {
        QTest::addColumn<int>("leaving");
        QTest::addColumn<int>("returning");
        QTest::addColumn<int>("settings");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("as in the dialog") << 4 << 1 << 2 << u"4 rules leave the prompt, 1 returns, 2 strategy settings change"_s;
        QTest::newRow("one of each") << 1 << 2 << 1 << u"1 rule leaves the prompt, 2 return, 1 strategy setting changes"_s;
        QTest::newRow("only new ones") << 0 << 2 << 0 << u"2 rules enter the prompt"_s;
        QTest::newRow("nothing") << 0 << 0 << 0 << u"nothing changes"_s;
    }

    void rollbackIsWorded()
    {
        QFETCH(const int, leaving);
        QFETCH(const int, returning);
        QFETCH(const int, settings);
        PromptVersion from = test::version({});
        PromptVersion to = test::version({});
        for (int i = 0; i < leaving; ++i)
            from.rules.append(test::rule(i + 1, u"leaves"_s));
        for (int i = 0; i < returning; ++i)
            to.rules.append(test::rule(i + 50, u"returns"_s));
        to.strategy.planFirst = settings > 0;
        to.strategy.attempts += settings > 1 ? 1 : 0;
        QTEST(summary(diffVersions(from, to)), "sentence");
    }

    void shareIsOfTheLargerPrompt()
    {
        const PromptVersion base = test::version({test::rule(1, u"A rule of some length"_s)});
        QCOMPARE(editShare(base, base), 0.0);
        PromptVersion more = base;
        more.rules.append(test::rule(2, u"Another rule of some length"_s));
        const double share = double(ruleTokens({more.rules.at(1)})) / promptTokens(more);
        QVERIFY(std::abs(editShare(base, more) - share) < 1e-6);
        QCOMPARE(editShare(more, base), editShare(base, more));

        PromptVersion counted = base;
        counted.rules[0].helpful = 7;
        QCOMPARE(editShare(base, counted), 0.0);

        PromptVersion other = base;
        other.sections = {{u"all"_s, u"new"_s}};
        other.rules = {test::rule(9, u"Everything is new"_s)};
        QCOMPARE(editShare(base, other), 1.0);
        QCOMPARE(editShare(PromptVersion(), PromptVersion()), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestVersionDiff)
#include "tst_versiondiff.moc"
