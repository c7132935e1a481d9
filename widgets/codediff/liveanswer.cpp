#include "widgets/codediff/liveanswer.h"

#include "core/tasks/fencedblocks.h"

namespace autodidact {

void LiveAnswers::add(RunId run, const ChunkArrived &chunk)
{
    if (run != m_run)
        m_answers.clear();
    m_run = run;
    m_answers[chunk.place] += chunk.text;
    if (m_answers.size() > most)
        m_answers.erase(m_answers.begin());
}

void LiveAnswers::forget(RunId run, const Place &place)
{
    if (run == m_run)
        m_answers.remove(place);
}

std::optional<QString> LiveAnswers::codeAt(const Cursor &cursor) const
{
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        if (cursor.attempt && standsAt(cursor, m_run, it.key()))
            return codeIn(it.value());
    }
    return std::nullopt;
}

QString LiveAnswers::codeIn(const QString &answer)
{
    const QStringList blocks = fencedBlocks(answer, [](const QString &) { return true; });
    QString code = blocks.isEmpty() ? answer : blocks.last();
    while (code.endsWith(u'\n'))
        code.chop(1);
    return code;
}

bool standsAt(const Cursor &cursor, RunId run, const Place &place)
{
    return cursor.run == run && cursor.round == place.round && cursor.task == place.task
        && (!cursor.attempt || cursor.attempt == place.attempt);
}

} // namespace autodidact
