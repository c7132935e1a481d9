#include "core/update/editparser.h"

#include "core/base/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// End of the JSON object that begins at \p begin, one past its brace; -1 when it is not closed.
qsizetype objectEnd(const QString &text, qsizetype begin)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype at = begin; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (quoted) {
            if (c == u'\\')
                ++at;
            else if (c == u'"')
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u'{') {
            ++depth;
        } else if (c == u'}' && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

Result<QJsonObject> firstObject(const QString &answer)
{
    Error firstError{ErrorKind::BadInput, u"there is no JSON object in it"_s};
    bool found = false;
    for (qsizetype begin = answer.indexOf(u'{'); begin >= 0; begin = answer.indexOf(u'{', begin + 1)) {
        const qsizetype end = objectEnd(answer, begin);
        const QString candidate = end < 0 ? answer.sliced(begin) : answer.sliced(begin, end - begin);
        const Result<QJsonObject> object = parseJsonObject(candidate.toUtf8(), u"the answer"_s);
        if (object && object->contains(u"edits"_s))
            return object;
        if (!found)
            firstError.detail = object ? u"the key \"edits\" is missing"_s : object.error().detail;
        found = true;
        if (end > 0)
            begin = end - 1;
    }
    return std::unexpected(firstError);
}

std::optional<RuleEditKind> kindOf(const QString &action)
{
    for (const RuleEditKind kind : {RuleEditKind::Add, RuleEditKind::Change, RuleEditKind::Merge, RuleEditKind::Drop}) {
        if (toString(kind) == action)
            return kind;
    }
    return std::nullopt;
}

/// "r1", "[r1]" and " r1 " are the same rule.
QString ruleId(QString name)
{
    return name.remove(u'[').remove(u']').trimmed().toLower();
}

Result<RuleEdit> editOf(const QJsonValue &value, qsizetype number)
{
    const QJsonObject object = value.toObject();
    const QString action = object.value(u"action"_s).toString().trimmed().toLower();
    const std::optional<RuleEditKind> kind = kindOf(action);
    if (!kind)
        return fail(ErrorKind::BadInput, u"edit %1: \"action\" must be add, change, merge or drop"_s.arg(number));
    const QJsonValue rules = object.value(u"rules"_s);
    if (!rules.isUndefined() && !rules.isArray() && !rules.isNull())
        return fail(ErrorKind::BadInput, u"edit %1: \"rules\" must be a list of rule ids"_s.arg(number));
    const QJsonValue text = object.value(u"text"_s);
    if (*kind != RuleEditKind::Drop && text.toString().trimmed().isEmpty())
        return fail(ErrorKind::BadInput, u"edit %1: \"text\" must be the new rule"_s.arg(number));
    RuleEdit edit{.kind = *kind};
    for (const QString &name : toStringList(rules.toArray())) {
        if (!ruleId(name).isEmpty() && !edit.rules.contains(ruleId(name)))
            edit.rules.append(ruleId(name));
    }
    if (*kind != RuleEditKind::Drop)
        edit.text = text.toString().simplified();
    edit.reason = object.value(u"reason"_s).toString().simplified();
    return edit;
}

} // namespace

Result<QList<RuleEdit>> parseEdits(const QString &answer)
{
    const Result<QJsonObject> object = firstObject(answer);
    if (!object)
        return std::unexpected(object.error());
    const QJsonValue list = object->value(u"edits"_s);
    if (!list.isArray())
        return fail(ErrorKind::BadInput, u"\"edits\" must be a list"_s);
    QList<RuleEdit> edits;
    for (const QJsonValue &value : list.toArray()) {
        const Result<RuleEdit> edit = editOf(value, edits.size() + 1);
        if (!edit)
            return std::unexpected(edit.error());
        edits.append(*edit);
    }
    return edits;
}

QJsonObject editSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject action{{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray{u"add"_s, u"change"_s, u"merge"_s, u"drop"_s}}};
    const QJsonObject rules{{u"type"_s, u"array"_s}, {u"items"_s, text}};
    const QJsonObject edit{
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{u"action"_s, action}, {u"rules"_s, rules}, {u"text"_s, text}, {u"reason"_s, text}}},
        {u"required"_s, QJsonArray{u"action"_s, u"rules"_s, u"text"_s, u"reason"_s}},
        {u"additionalProperties"_s, false},
    };
    return {
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{u"edits"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, edit}}}}},
        {u"required"_s, QJsonArray{u"edits"_s}},
        {u"additionalProperties"_s, false},
    };
}

QString toString(RuleEditKind kind)
{
    switch (kind) {
    case RuleEditKind::Add: return u"add"_s;
    case RuleEditKind::Change: return u"change"_s;
    case RuleEditKind::Merge: return u"merge"_s;
    case RuleEditKind::Drop: return u"drop"_s;
    case RuleEditKind::Tag: return u"tag"_s;
    }
    return {};
}

QJsonObject toJson(const RuleEdit &edit)
{
    return {
        {u"action"_s, toString(edit.kind)},
        {u"rules"_s, toJsonArray(edit.rules)},
        {u"text"_s, edit.text},
        {u"reason"_s, edit.reason},
    };
}

} // namespace autodidact
