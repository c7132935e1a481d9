#pragma once

#include <QList>
#include <QString>

namespace autodidact {

/// Which lines of a program ran, from 1, ascending. Lines without code are in neither list.
struct LineCoverage {
    QList<int> covered;
    QList<int> missed;

    bool operator==(const LineCoverage &) const = default;
};

/// Gathers what one or several reports say of the lines 1 to \c lines; of others they may say what they like.
class LineCounts
{
public:
    explicit LineCounts(qsizetype lines) : m_states(lines, State::NoCode) {}

    /// A line that ran once did run, whatever other reports say.
    void add(qint64 line, bool ran);

    LineCoverage coverage() const;

private:
    enum class State : char { NoCode, Missed, Ran };

    QList<State> m_states;
};

// Reports come from hostile programs: what is no report, or too large for one, adds nothing; none of them decides a verdict.
// \p file is the program's path below the work folder.

/// lcov's format, as llvm-cov and LineReport.java write it.
LineCoverage readLcov(const QString &text, const QString &file, const QString &code);

/// The JSON of Istanbul, which jest uses: a line counts by the statements that begin in it.
LineCoverage readIstanbul(const QByteArray &json, const QString &file, const QString &code);

/// The JSON that Node.js writes for NODE_V8_COVERAGE, one for each process. V8 counts stretches of text: a line was missed
/// where no word of it ran. Comments and lines of brackets alone count for nothing.
LineCoverage readV8(const QList<QByteArray> &reports, const QString &file, const QString &code);

/// Whether two paths can be those of one file: one is the end of the other.
bool sameFile(const QString &a, const QString &b);

} // namespace autodidact
