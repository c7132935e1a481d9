#include "core/runners/coverage/linecoverage.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype largestReport = 4 << 20;

LineCounts countsFor(const QString &code)
{
    return LineCounts(code.count(u'\n') + 1);
}

} // namespace

void LineCounts::add(qint64 line, bool ran)
{
    if (line < 1 || line > m_states.size())
        return;
    State &state = m_states[line - 1];
    if (ran)
        state = State::Ran;
    else if (state == State::NoCode)
        state = State::Missed;
}

LineCoverage LineCounts::coverage() const
{
    LineCoverage coverage;
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        if (m_states[i] == State::Ran)
            coverage.covered << int(i + 1);
        else if (m_states[i] == State::Missed)
            coverage.missed << int(i + 1);
    }
    return coverage;
}

bool sameFile(const QString &a, const QString &b)
{
    return !a.isEmpty() && !b.isEmpty() && (a == b || a.endsWith(u'/' + b) || b.endsWith(u'/' + a));
}

LineCoverage readLcov(const QString &text, const QString &file, const QString &code)
{
    LineCounts counts = countsFor(code);
    bool ofProgram = false;
    for (const QStringView line : QStringView(text).left(largestReport).tokenize(u'\n')) {
        if (line.startsWith(u"SF:"))
            ofProgram = sameFile(line.sliced(3).trimmed().toString(), file);
        const qsizetype comma = line.indexOf(u',');
        if (!ofProgram || !line.startsWith(u"DA:") || comma < 0)
            continue;
        bool isNumber = false;
        const qint64 number = line.sliced(3, comma - 3).toLongLong(&isNumber);
        if (isNumber)
            counts.add(number, line.sliced(comma + 1).trimmed() != u"0");
    }
    return counts.coverage();
}

LineCoverage readIstanbul(const QByteArray &json, const QString &file, const QString &code)
{
    LineCounts counts = countsFor(code);
    const QJsonObject files = json.size() > largestReport ? QJsonObject() : QJsonDocument::fromJson(json).object();
    for (auto entry = files.begin(); entry != files.end(); ++entry) {
        if (!sameFile(entry.key(), file))
            continue;
        const QJsonObject statements = entry->toObject()[u"statementMap"_s].toObject();
        const QJsonObject runs = entry->toObject()[u"s"_s].toObject();
        for (auto statement = statements.begin(); statement != statements.end(); ++statement)
            counts.add(statement->toObject()[u"start"_s][u"line"_s].toInteger(), runs[statement.key()].toDouble() > 0);
    }
    return counts.coverage();
}

} // namespace autodidact
