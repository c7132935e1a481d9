#include "core/tasks/wordsoftext.h"

namespace autodidact {

namespace {

const QSet<QByteArray> &commonWords()
{
    static const QSet<QByteArray> words{"the", "and", "for", "that", "this", "with", "not", "are", "was", "but", "from", "have",
        "has", "when", "which", "will", "should", "would", "could", "can", "does", "its", "into", "than", "then", "there", "they",
        "one", "all", "any", "also", "only", "you", "your", "use", "using", "used", "how", "what", "where", "why", "who", "some",
        "more", "been", "being", "get", "see", "same", "code", "file", "issue", "bug", "fix", "expected", "actual", "result",
        "error", "following", "because", "instead", "here", "like", "other", "return", "import", "def", "class", "self", "none",
        "true", "false"};
    return words;
}

bool isWordByte(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') || sign == '_';
}

bool isUpper(char sign)
{
    return sign >= 'A' && sign <= 'Z';
}

void add(QByteArrayView part, QSet<QByteArray> &words)
{
    const QByteArray word = part.toByteArray().toLower();
    const bool number = !word.isEmpty() && word.at(0) >= '0' && word.at(0) <= '9';
    if (word.size() >= 3 && word.size() <= 60 && !number && !commonWords().contains(word))
        words.insert(word);
}

void addParts(QByteArrayView identifier, QSet<QByteArray> &words)
{
    qsizetype from = 0;
    for (qsizetype i = 1; i <= identifier.size(); ++i) {
        const bool end = i == identifier.size();
        const bool hump = !end && isUpper(identifier[i]) && !isUpper(identifier[i - 1]);
        if (!end && !hump && identifier[i] != '_')
            continue;
        add(identifier.sliced(from, i - from), words);
        from = !end && identifier[i] == '_' ? i + 1 : i;
    }
}

} // namespace

QSet<QByteArray> wordsOf(QByteArrayView text)
{
    QSet<QByteArray> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!isWordByte(text[i])) {
            ++i;
            continue;
        }
        const qsizetype from = i;
        while (i < text.size() && isWordByte(text[i]))
            ++i;
        add(text.sliced(from, i - from), words);
        addParts(text.sliced(from, i - from), words);
    }
    return words;
}

} // namespace autodidact
