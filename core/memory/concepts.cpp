#include "core/memory/concepts.h"

#include "core/memory/conceptwords.h"
#include "core/memory/wordstem.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Concepts::Concepts()
{
    for (const ConceptWords &entry : conceptWords()) {
        const Concept found{m_size++, entry.weight};
        for (const QString &word : QString::fromLatin1(entry.words).split(u' ')) {
            QList<Concept> &known = m_byStem[stemOf(word)];
            if (!known.contains(found))
                known.append(found);
        }
    }
}

QList<Concept> Concepts::of(const QString &stem) const
{
    return m_byStem.value(stem);
}

} // namespace autodidact
