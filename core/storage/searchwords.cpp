#include "core/storage/searchwords.h"

#include <functional>

namespace autodidact {

namespace {

bool isCjk(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return QChar::isLetterOrNumber(character);
    default:
        return false;
    }
}

bool isWord(char32_t character)
{
    return character == U'_' || QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

/// Calls one of the two for every run of word characters and every run of CJK characters, in order.
void eachRun(QStringView text, const std::function<void(const QString &)> &word,
    const std::function<void(const QStringList &)> &phrase)
{
    QString run;
    QStringList characters;
    const auto flush = [&] {
        if (!run.isEmpty())
            word(std::exchange(run, {}));
        if (!characters.isEmpty())
            phrase(std::exchange(characters, {}));
    };
    const QList<uint> all = text.toUcs4();
    for (const char32_t character : all) {
        const bool cjk = isCjk(character);
        if (cjk ? !run.isEmpty() : (!characters.isEmpty() || !isWord(character)))
            flush();
        if (cjk)
            characters.append(QString::fromUcs4(&character, 1));
        else if (isWord(character))
            run += QString::fromUcs4(&character, 1);
    }
    flush();
}

/// "listWindow_2" → list, window, 2; "HTTPServer" → http, server.
QStringList parts(const QString &identifier)
{
    QStringList list;
    QString part;
    for (qsizetype i = 0; i < identifier.size(); ++i) {
        const QChar c = identifier.at(i);
        const bool afterLower = i > 0 && !identifier.at(i - 1).isUpper();
        const bool beforeLower = i + 1 < identifier.size() && identifier.at(i + 1).isLower();
        const bool hump = c.isUpper() && (afterLower || beforeLower);
        if ((c == u'_' || hump) && !part.isEmpty())
            list.append(std::exchange(part, {}));
        if (c != u'_')
            part += c.toLower();
    }
    if (!part.isEmpty())
        list.append(part);
    return list;
}

} // namespace

QStringList indexWords(QStringView text)
{
    QStringList words;
    eachRun(
        text,
        [&words](const QString &run) {
            const QStringList pieces = parts(run);
            if (pieces.size() > 1)
                words.append(pieces.join(QString()));
            words += pieces;
        },
        [&words](const QStringList &characters) { words += characters; });
    return words;
}

QList<SearchTerm> searchTerms(QStringView text)
{
    QList<SearchTerm> terms;
    const auto add = [&terms](const QStringList &words) {
        if (!terms.contains(SearchTerm{words}))
            terms.append({words});
    };
    eachRun(
        text,
        [&add](const QString &run) {
            const QStringList pieces = parts(run);
            for (const QString &piece : pieces)
                add({piece});
        },
        add);
    return terms;
}

QList<SearchTerm> loosened(const QList<SearchTerm> &terms)
{
    QList<SearchTerm> result;
    for (const SearchTerm &term : terms) {
        for (qsizetype i = 0; i < std::max<qsizetype>(1, term.words.size() - 1); ++i) {
            const SearchTerm pair{term.words.mid(i, 2)};
            if (!result.contains(pair))
                result.append(pair);
        }
    }
    return result;
}

} // namespace autodidact
