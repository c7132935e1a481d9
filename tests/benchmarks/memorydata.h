#pragma once

#include "core/base/random.h"
#include "core/domain/memory.h"
#include "core/memory/embedder.h"

#include <cmath>

namespace autodidact::benchmark {

/// Texts with Zipf-like word frequencies over topics, so that their embeddings have real clusters;
/// all of it drawn by number, so that the same number is the same text on every machine.
class MemoryData {
public:
    static constexpr int Words = 50'000;
    static constexpr int Topics = 1'000;
    static constexpr int TopicWords = 60;

    /// A made-up word: the rank in a vocabulary in syllables, common words short.
    static QString word(qint64 rank)
    {
        static const char *const syllables[] = {"ka", "lo", "min", "ter", "su", "vel", "dar", "po",
            "ni", "gru", "sha", "bel", "wi", "con", "ra", "tu", "fe", "jon", "qui", "mas"};
        QString text;
        for (qint64 rest = rank + 1; rest > 0; rest /= 20)
            text += QLatin1StringView(syllables[rest % 20]);
        return text;
    }

    /// About half of the words are the topic's, its first ones most often; the others follow Zipf's
    /// law over all words.
    static QString text(Random &random, int topic, int words)
    {
        QString text;
        for (int i = 0; i < words; ++i) {
            const double draw = random.uniform();
            const qint64 rank = random.chance(0.5) ? 200
                    + (qint64(topic) * 7919 + qint64(std::pow(TopicWords, draw)) * 104'729)
                        % (Words - 200)
                                                   : qint64(std::pow(double(Words), draw)) - 1;
            text += word(rank) + (i % 12 == 11 ? u'\n' : u' ');
        }
        return text;
    }

    static Memory memory(int number)
    {
        Random random = Random::of({number}, "benchmark memory");
        const int topic = int(random.below(Topics));
        Memory memory;
        memory.id = {number};
        memory.kind = MemoryKind(1 + random.below(3));
        memory.title = text(random, topic, 5).simplified();
        memory.problem = text(random, topic, 40);
        memory.content = text(random, topic, 40);
        memory.group = QStringLiteral("group %1").arg(number % 5'000);
        memory.tokens = 100;
        return memory;
    }

    static QString query(int number)
    {
        Random random = Random::of({number}, "benchmark query");
        const int topic = int(random.below(Topics));
        return text(random, topic, 60);
    }

    /// A point near one of \p clusters centres of 384 dimensions, of length 1.
    static Embedding point(qint64 number, int clusters)
    {
        constexpr int dimension = 384;
        Random own = Random::of({number}, "benchmark point");
        Random centre = Random::of({own.below(clusters)}, "benchmark centre");
        Embedding embedding(dimension);
        double square = 0;
        for (float &value : embedding) {
            value = float(centre.normal() + 0.8 * own.normal());
            square += double(value) * double(value);
        }
        for (float &value : embedding)
            value = float(double(value) / std::sqrt(square));
        return embedding;
    }
};

} // namespace autodidact::benchmark
