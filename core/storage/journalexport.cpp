#include "core/storage/journalexport.h"

#include "core/events/codec.h"
#include "core/storage/blobstore.h"
#include "core/storage/query.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Numbers row ids 1, 2, … in order of first appearance.
class Ordinals
{
public:
    int of(qint64 id)
    {
        const auto known = m_ordinals.constFind(id);
        if (known != m_ordinals.cend())
            return *known;
        const int next = int(m_ordinals.size()) + 1;
        m_ordinals.insert(id, next);
        return next;
    }

private:
    QHash<qint64, int> m_ordinals;
};

/// Turns stored rows into the lines of the export.
class Exporter
{
public:
    QJsonObject payload(EventKind kind, const QJsonObject &body, Query &query);

private:
    QJsonObject attempt(QJsonObject body);
    QJsonObject memory(QJsonObject body, Query &query);

    Ordinals m_memories;
    Ordinals m_updates;
    Ordinals m_decisions;
};

QJsonObject Exporter::attempt(QJsonObject body)
{
    QJsonArray memories = body.value("memories"_L1).toArray();
    for (qsizetype i = 0; i < memories.size(); ++i) {
        QJsonObject use = memories.at(i).toObject();
        use.insert("memory"_L1, m_memories.of(use.value("memory"_L1).toInteger()));
        memories.replace(i, use);
    }
    if (!memories.isEmpty())
        body.insert("memories"_L1, memories);

    QJsonArray prompt = body.value("prompt"_L1).toArray();
    for (qsizetype i = 0; i < prompt.size(); ++i) {
        QJsonObject segment = prompt.at(i).toObject();
        QStringList sources = toStringList(segment.value("sources"_L1).toArray());
        for (QString &source : sources) {
            if (source.startsWith("memory:"_L1))
                source = u"memory:%1"_s.arg(m_memories.of(source.sliced(7).toLongLong()));
        }
        if (!sources.isEmpty())
            segment.insert("sources"_L1, toJsonArray(sources));
        prompt.replace(i, segment);
    }
    if (!prompt.isEmpty())
        body.insert("prompt"_L1, prompt);
    return {{u"attempt"_s, body}};
}

QJsonObject Exporter::memory(QJsonObject body, Query &query)
{
    body.insert("number"_L1, m_memories.of(query.integer(7)));
    QJsonArray opposites = body.value("contradicts"_L1).toArray();
    for (qsizetype i = 0; i < opposites.size(); ++i)
        opposites.replace(i, m_memories.of(opposites.at(i).toInteger()));
    if (!opposites.isEmpty())
        body.insert("contradicts"_L1, opposites);
    if (!query.isNull(13))
        body.insert("supersededBy"_L1, m_memories.of(query.integer(13)));
    if (!query.isNull(14))
        body.insert("source"_L1, toJson(query.place(14)));
    return {{u"memory"_s, body}, {u"act"_s, query.text(11)}, {u"reason"_s, query.text(12)}};
}

QJsonObject Exporter::payload(EventKind kind, const QJsonObject &body, Query &query)
{
    const qint64 ref = query.integer(7);
    QJsonObject object = body;
    switch (kind) {
    case EventKind::AttemptAnswered:
        return attempt(body);
    case EventKind::VerdictReached:
        return {{u"verdict"_s, body}};
    case EventKind::ReflectionWritten:
        return {{u"reflection"_s, body}};
    case EventKind::MemoryStored:
        return memory(body, query);
    case EventKind::UpdateProposed:
    case EventKind::VersionRejected:
    case EventKind::VersionAdmitted:
    case EventKind::UpdateMeasured:
    case EventKind::UpdateJudged:
        if (ref != 0)
            object.insert("number"_L1, m_updates.of(ref));
        return object;
    case EventKind::CreditMeasured:
        object.insert("memory"_L1, m_memories.of(ref));
        return object;
    case EventKind::GuardDecided:
        object.insert("number"_L1, m_decisions.of(ref));
        if (!query.isNull(8))
            object.insert("undoes"_L1, m_decisions.of(query.integer(8)));
        return object;
    default:
        return object;
    }
}

/// Starting, pausing and going on again depend on people and power cuts, not on the configuration.
bool isLeftOut(EventKind kind, const QJsonObject &body)
{
    return kind == EventKind::RunStatusChanged && body.value("status"_L1).toString() != toString(RunStatus::Finished);
}

QString selectSorted()
{
    return u"SELECT e.round, e.phase, e.task, e.attempt, e.kind, e.by_person, e.uses, e.ref, e.ref2, e.id, "
           "coalesce(e.payload, a.body, v.body, f.body, m.body), m.act, m.reason, m.superseded_by, "
           "s.round, s.phase, s.task, s.attempt "
           "FROM event e "
           "LEFT JOIN attempt a ON e.kind = 5 AND a.id = e.ref "
           "LEFT JOIN verdict v ON e.kind = 6 AND v.id = e.ref "
           "LEFT JOIN reflection f ON e.kind = 7 AND f.id = e.ref "
           "LEFT JOIN memory_revision m ON e.kind = 9 AND m.memory = e.ref AND m.revision = e.ref2 "
           "LEFT JOIN attempt s ON s.id = m.source AND s.run = e.run "
           "WHERE e.run = ? ORDER BY e.round, e.phase, e.task, e.attempt, e.step"_s;
}

} // namespace

Status exportJournal(Database &database, RunId run, const std::function<bool(const QByteArray &line)> &line)
{
    Query query(database, selectSorted(), run);
    if (const Status ran = query.run(); !ran)
        return ran;
    Exporter exporter;
    std::optional<Place> last;
    int step = 0;
    while (query.next()) {
        const auto kind = query.value<EventKind>(4);
        const Result<QJsonObject> body = parseJsonObject(query.text(10).toUtf8(), database.path());
        if (!body)
            return std::unexpected(body.error());
        if (isLeftOut(kind, *body))
            continue;
        const Place place = query.place(0);
        step = last == place ? step + 1 : 0;   // counted anew, because some were left out
        last = place;
        QJsonObject object = toJson(place);
        object.insert("step"_L1, step);
        object.insert("kind"_L1, toString(kind));
        object.insert("byPerson"_L1, query.flag(5));
        object.insert("uses"_L1, QJsonDocument::fromJson(query.text(6).toUtf8()).array());
        object.insert("payload"_L1, exporter.payload(kind, *body, query));
        if (!line(toJsonLine(object) + '\n'))
            return {};
    }
    return query.failed() ? Status(std::unexpected(*query.failed())) : Status();
}

Result<QByteArray> exportJournal(Database &database, RunId run)
{
    QByteArray lines;
    return exportJournal(database, run, [&lines](const QByteArray &line) {
        lines += line;
        return true;
    }).transform([&lines] { return lines; });
}

Status exportWithTexts(Database &database, RunId run, const std::function<bool(const QByteArray &line)> &line)
{
    static const QRegularExpression hash(u"\"sha256\":\"([0-9a-f]{64})\""_s);
    QStringList named;
    QSet<QString> known;
    const Status exported = exportJournal(database, run, [&](const QByteArray &text) {
        for (const QRegularExpressionMatch &match : hash.globalMatch(QString::fromUtf8(text))) {
            if (const QString one = match.captured(1); !known.contains(one)) {
                known.insert(one);
                named.append(one);
            }
        }
        return line(text);
    });
    if (!exported)
        return exported;
    BlobStore texts(database);
    for (const QString &one : std::as_const(named)) {
        const Result<std::optional<QString>> text = texts.text(one);
        if (!text)
            return std::unexpected(text.error());
        if (*text && !line(toJsonLine(QJsonObject{{u"kind"_s, u"text"_s}, {u"sha256"_s, one}, {u"text"_s, **text}}) + '\n'))
            return {};
    }
    return {};
}

} // namespace autodidact
