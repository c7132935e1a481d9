#include "core/runners/repository/judgedtests.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What was reported, by plain name and by description; several reports of one test keep the first bad one.
class Reports
{
public:
    explicit Reports(const QList<DescribedTest> &reported)
    {
        for (const DescribedTest &described : reported) {
            const QString name = plainTestName(described.test.name);
            if (!m_byName.contains(name))
                m_names.append(name);
            keep(m_byName, name, described.test);
            if (!described.description.isEmpty())
                keep(m_byDescription, described.description.trimmed(), described.test);
        }
    }

    TestResult resultOf(const QString &wanted) const
    {
        const QString name = plainTestName(wanted);
        if (const auto found = m_byName.constFind(name); found != m_byName.cend())
            return *found;
        if (const auto found = m_byDescription.constFind(wanted.trimmed()); found != m_byDescription.cend())
            return *found;
        return groupOf(name);
    }

private:
    static void keep(QHash<QString, TestResult> &tests, const QString &name, const TestResult &test)
    {
        const auto known = tests.find(name);
        if (known == tests.end())
            tests.insert(name, test);
        else if (known->passed())
            *known = test;
    }

    /// The first bad one of the tests that \p name stands for, else the first.
    TestResult groupOf(const QString &name) const
    {
        TestResult result;
        for (const QString &reported : m_names) {
            const bool inside = reported.startsWith(name)
                && (reported.sliced(name.size()).startsWith(u"::") || reported.sliced(name.size()).startsWith(u'[')
                    || reported.sliced(name.size()).startsWith(u'.') || reported.sliced(name.size()).startsWith(u" > "));
            if (inside && (result.name.isEmpty() || result.passed()))
                result = m_byName.value(reported);
        }
        return result;
    }

    QHash<QString, TestResult> m_byName;
    QHash<QString, TestResult> m_byDescription;
    QStringList m_names;
};

} // namespace

QString plainTestName(const QString &name)
{
    static const QRegularExpression form(u"^(\\w+) \\(([\\w.]+)\\)$"_s);
    const auto match = form.match(name.trimmed());
    if (!match.hasMatch())
        return name.trimmed();
    const QString method = match.captured(1);
    const QString owner = match.captured(2);
    return owner.endsWith(u'.' + method) ? owner : owner + u'.' + method;
}

QList<TestResult> judgedTests(const Repository &repository, const QList<DescribedTest> &reported)
{
    const Reports reports(reported);
    QList<TestResult> results;
    for (const QString &name : repository.failToPass + repository.passToPass) {
        TestResult result = reports.resultOf(name);
        if (result.name.isEmpty())
            result.message = u"the test was not reported"_s;
        result.name = name;
        results.append(result);
    }
    return results;
}

} // namespace autodidact
