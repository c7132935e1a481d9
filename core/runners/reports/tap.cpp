#include "core/runners/reports/testreports.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int deepest = 50;

int indentOf(QStringView line)
{
    int spaces = 0;
    while (spaces < line.size() && line[spaces] == u' ')
        ++spaces;
    return spaces;
}

/// A scalar of YAML as text.
QString unquoted(const QString &value)
{
    if (value.size() >= 2 && value.startsWith(u'\'') && value.endsWith(u'\''))
        return value.sliced(1, value.size() - 2).replace(u"''"_s, u"'"_s);
    if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
        return value.sliced(1, value.size() - 2).replace(u"\\n"_s, u"\n"_s).replace(u"\\\""_s, u"\""_s);
    return value;
}

/// The keys of a diagnostic block. What lies deeper than a key is its text.
QHash<QString, QString> readBlock(const QStringList &lines)
{
    static const QRegularExpression keyLine(u"^([A-Za-z_]+):\\s*(.*)$"_s);
    QHash<QString, QString> values;
    QString key;
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = keyLine.match(line);
        if (match.hasMatch()) {
            key = match.captured(1);
            const QString value = match.captured(2);
            values[key] = value == u"|-" || value == u"|" || value == u">-" ? QString() : unquoted(value);
        } else if (!key.isEmpty()) {
            values[key] += (values[key].isEmpty() ? QString() : u"\n"_s) + line.sliced(qMin<qsizetype>(2, indentOf(line)));
        }
    }
    return values;
}

class Reader
{
public:
    QList<TestResult> results;
    bool sawVersionOrTest = false;
    QString bailedOut;

    void take(const QString &line)
    {
        const int indent = indentOf(line);
        const QString text = line.sliced(indent);
        if (m_inBlock) {
            if (text == u"..." && indent == m_blockIndent)
                endBlock();
            else
                m_block << line.sliced(qMin(indent, m_blockIndent));
            return;
        }
        if (text == u"---") {
            m_inBlock = true;
            m_blockIndent = indent;
        } else if (text.startsWith(u"# Subtest: ")) {
            open(indent / 4, text.sliced(11));
        } else if (text.startsWith(u"ok ") || text == u"ok" || text.startsWith(u"not ok")) {
            test(indent / 4, text);
        } else if (text.startsWith(u"TAP version")) {
            sawVersionOrTest = true;
        } else if (text.startsWith(u"Bail out!")) {
            bailedOut = text.sliced(9).trimmed();
        }
    }

private:
    struct Level {
        QString name;
        int results = 0;     ///< of deeper levels since the last test of this one
        int failures = 0;
    };

    Level &at(int depth)
    {
        while (m_levels.size() <= depth)
            m_levels.append(Level());
        return m_levels[depth];
    }

    void open(int depth, const QString &name)
    {
        if (depth < deepest)
            at(depth) = {name, 0, 0};
    }

    /// "ok 3 - name # SKIP reason", perhaps with " {" behind it.
    void test(int depth, const QString &text)
    {
        static const QRegularExpression form(
            u"^(not )?ok(?:\\s+\\d+)?(?:\\s+-)?\\s*(.*?)(?:\\s+#\\s*(SKIP|TODO|time)\\b.*)?(?:\\s*\\{)?$"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = form.match(text);
        if (depth >= deepest || !match.hasMatch() || text.endsWith(u" {"))
            return;
        sawVersionOrTest = true;
        const Level level = at(depth);
        m_levels.resize(depth + 1);
        at(depth) = {};
        const bool failed = !match.captured(1).isEmpty();
        const QString directive = match.captured(3).toLower();
        m_last = -1;
        if (level.results > 0 && (!failed || level.failures > 0)) {
            count(depth, level.failures > 0);
            return;
        }
        TestResult result;
        for (int i = 0; i < depth; ++i)
            result.name += at(i).name + u" > "_s;
        result.name += match.captured(2);
        result.status = directive == u"skip" || directive == u"todo" ? TestStatus::NotRun
            : failed                                                 ? TestStatus::Failed
                                                                     : TestStatus::Passed;
        results << result;
        m_last = results.size() - 1;
        count(depth, result.status == TestStatus::Failed);
    }

    void count(int depth, bool failed)
    {
        for (int i = 0; i < depth; ++i) {
            ++at(i).results;
            at(i).failures += failed ? 1 : 0;
        }
    }

    void endBlock()
    {
        const QHash<QString, QString> values = readBlock(m_block);
        m_inBlock = false;
        m_block.clear();
        if (m_last < 0)
            return;
        TestResult &result = results[m_last];
        result.cpuMs = values.value(u"duration_ms"_s).toDouble();
        if (result.status != TestStatus::Failed)
            return;
        result.exceptionType = values.value(u"name"_s);
        result.message = values.value(u"error"_s, values.value(u"message"_s));
        result.expected = values.value(u"expected"_s, values.value(u"wanted"_s));
        result.actual = values.value(u"actual"_s, values.value(u"found"_s));
        result.testCode = values.value(u"stack"_s);
        const bool assertion = result.exceptionType == u"AssertionError" || values.value(u"code"_s) == u"ERR_ASSERTION"
            || values.contains(u"expected"_s) || values.contains(u"compare"_s);
        if (assertion)
            result.exceptionType = u"AssertionError"_s;
        else
            result.status = TestStatus::Errored;
    }

    QList<Level> m_levels;
    QStringList m_block;
    bool m_inBlock = false;
    int m_blockIndent = 0;
    qsizetype m_last = -1;
};

} // namespace

Result<QList<TestResult>> readTap(const QString &text)
{
    Reader reader;
    for (const QString &line : text.split(u'\n'))
        reader.take(line.endsWith(u'\r') ? line.chopped(1) : line);
    if (!reader.sawVersionOrTest)
        return fail(ErrorKind::BadInput, u"this is no TAP: neither a version nor a test"_s);
    if (!reader.bailedOut.isEmpty())
        return fail(ErrorKind::BadInput, u"the tests were given up: %1"_s.arg(reader.bailedOut));
    return reader.results;
}

} // namespace autodidact
