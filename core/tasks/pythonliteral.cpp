#include "core/tasks/pythonliteral.h"

#include "core/tasks/jsonslices.h"
#include "core/tasks/pythonsource.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isWholeNumber(const QString &text)
{
    bool whole = false;
    return QString::number(text.toLongLong(&whole)) == text && whole;
}

QByteArray literalOf(QByteArrayView json);

QByteArray collection(QByteArrayView json)
{
    const auto slices = slicesOf(json).value_or(QList<JsonSlice>());
    const bool object = json.startsWith('{');
    const bool numbers = std::ranges::all_of(slices, [](const JsonSlice &slice) { return isWholeNumber(slice.key); });
    QByteArrayList parts;
    for (const JsonSlice &slice : slices) {
        const QByteArray key = !object ? QByteArray() : (numbers ? slice.key.toUtf8() : pythonText(slice.key)) + ": ";
        parts.append(key + literalOf(slice.text));
    }
    return (object ? "{" : "[") + parts.join(", ") + (object ? "}" : "]");
}

QByteArray literalOf(QByteArrayView json)
{
    if (json == "true" || json == "false")
        return json == "true" ? "True" : "False";
    if (json == "null")
        return "None";
    if (json.startsWith('"'))
        return pythonText(QJsonDocument::fromJson('[' + json.toByteArray() + ']').array().at(0).toString());
    return json.startsWith('[') || json.startsWith('{') ? collection(json) : json.toByteArray();
}

/// The value of a Python string node without prefix and without escapes other than the usual ones.
std::optional<QString> textOf(const SyntaxNode &node)
{
    if (node.kind() != "string" || node.text().size() < 2 || (node.text().front() != '\'' && node.text().front() != '"'))
        return std::nullopt;
    const QString raw = QString::fromUtf8(node.text());
    const qsizetype quotes = raw.size() >= 6 && (raw.startsWith("'''"_L1) || raw.startsWith("\"\"\""_L1)) ? 3 : 1;
    QString text;
    for (qsizetype at = quotes; at < raw.size() - quotes; ++at) {
        static const QString Letters = u"nrt0abfv\\'\""_s;
        static const QString Signs = u"\n\r\t\0\a\b\f\v\\'\""_s;
        const qsizetype escape = raw.at(at) == u'\\' && at + 1 < raw.size() - quotes ? Letters.indexOf(raw.at(at + 1)) : -1;
        text += escape < 0 ? raw.at(at) : Signs.at(escape);
        at += escape < 0 ? 0 : 1;
    }
    return text;
}

} // namespace

std::optional<QByteArray> pythonLiteral(QByteArrayView json)
{
    QJsonParseError error;
    QJsonDocument::fromJson('[' + json.toByteArray() + ']', &error);
    if (error.error != QJsonParseError::NoError || json.trimmed().isEmpty())
        return std::nullopt;
    return literalOf(json.trimmed());
}

QByteArray pythonText(const QString &text)
{
    QString literal = u"\""_s;
    for (const QChar sign : text) {
        if (sign == u'"' || sign == u'\\')
            literal += QString(u'\\') + sign;
        else if (sign == u'\n')
            literal += u"\\n"_s;
        else if (sign.unicode() < 0x20 || sign.unicode() == 0x7f || sign.isSurrogate())
            literal += sign.isSurrogate() ? QString(sign) : u"\\x%1"_s.arg(int(sign.unicode()), 2, 16, QChar(u'0'));
        else
            literal += sign;
    }
    return (literal + u'"').toUtf8();
}

std::optional<QStringList> textsOfLiteral(const QString &literal)
{
    const QJsonDocument document = QJsonDocument::fromJson(literal.toUtf8());
    QStringList texts;
    if (document.isArray()) {
        for (const QJsonValue &value : document.array()) {
            if (!value.isString())
                return std::nullopt;
            texts.append(value.toString());
        }
        return texts;
    }
    const auto module = SyntaxTree::parse(Language::Python, literal.trimmed().toUtf8() + '\n');
    const auto list = module ? expressionOf(*module) : std::nullopt;
    if (!list || list->kind() != "list")
        return std::nullopt;
    for (const SyntaxNode &element : list->namedChildren()) {
        const auto text = textOf(element);
        if (!text)
            return std::nullopt;
        texts.append(*text);
    }
    return texts;
}

} // namespace autodidact
