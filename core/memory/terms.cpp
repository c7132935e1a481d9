#include "core/memory/terms.h"

namespace autodidact {

namespace {

/// Scripts written without spaces: every character is a term.
bool isDense(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

bool isWordPart(char32_t c)
{
    return c == U'_' || (QChar::isLetterOrNumber(c) && !isDense(c));
}

void appendWord(QStringList &terms, const QString &word)
{
    const QStringList parts = identifierParts(word);
    if (parts.size() > 1)
        terms.append(word.toLower());
    terms.append(parts);
}

void appendDense(QStringList &terms, const QList<char32_t> &run)
{
    for (qsizetype i = 0; i < run.size(); ++i) {
        terms.append(QString::fromUcs4(&run.at(i), 1));
        if (i + 1 < run.size())
            terms.append(QString::fromUcs4(&run.at(i), 2));
    }
}

} // namespace

QStringList identifierParts(QStringView identifier)
{
    QStringList parts;
    QString part;
    const auto finish = [&] {
        if (!part.isEmpty())
            parts.append(part.toLower());
        part.clear();
    };
    for (qsizetype i = 0; i < identifier.size(); ++i) {
        const QChar c = identifier.at(i);
        if (c == u'_') {
            finish();
            continue;
        }
        const bool startsCamel = c.isUpper() && i > 0
            && (identifier.at(i - 1).isLower() || identifier.at(i - 1).isDigit()
                || (i + 1 < identifier.size() && identifier.at(i + 1).isLower()));
        if (startsCamel)
            finish();
        part.append(c);
    }
    finish();
    return parts;
}

QStringList termsOf(QStringView text)
{
    QStringList terms;
    QList<char32_t> word;
    QList<char32_t> dense;
    const auto finishWord = [&] {
        if (!word.isEmpty())
            appendWord(terms, QString::fromUcs4(word.constData(), word.size()));
        word.clear();
    };
    const auto finishDense = [&] {
        appendDense(terms, dense);
        dense.clear();
    };
    for (const uint point : text.toUcs4()) {
        const char32_t c = point;
        if (isDense(c)) {
            finishWord();
            dense.append(c);
            continue;
        }
        finishDense();
        if (isWordPart(c))
            word.append(c);
        else
            finishWord();
    }
    finishWord();
    finishDense();
    return terms;
}

} // namespace autodidact
