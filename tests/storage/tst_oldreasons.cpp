#include "core/storage/memorystore.h"
#include "core/storage/query.h"
#include "core/storage/runreader.h"
#include "core/storage/versionstore.h"
#include "tests/storage/fixture.h"

using namespace autodidact;

namespace {

/// Takes the codes of reasons out of every body, so that the file is as a program without them wrote it.
void removeCodes(Database &database)
{
    VERIFY_OK(execute(database, u"UPDATE safety_decision SET body = json_remove(body, '$.code')"_s));
    VERIFY_OK(execute(database, u"UPDATE prompt_update SET body = json_remove(body, '$.why', '$.edits[0].why')"_s));
    VERIFY_OK(execute(database, u"UPDATE prompt_version SET body = json_remove(body, '$.noteWhy')"_s));
    VERIFY_OK(execute(database, u"UPDATE memory_revision SET body = json_remove(body, '$.why')"_s));
    VERIFY_OK(execute(database, u"UPDATE event SET payload = json_remove(payload, '$.why') WHERE kind = 2"_s));
}

/// A run that knows a reason of each kind.
struct Story : Fixture
{
    Story()
    {
        Journal journal(*database, nullptr);
        const auto add = [&](const Place &place, EventPayload payload) {
            Event one = event(place, std::move(payload));
            const Status stored = journal.append(one);
            if (!stored)
                qFatal("%s", qPrintable(stored.error().detail));
            return one;
        };
        PromptVersion first{.note = u"as shipped"_s, .noteWhy = {ReasonCode::ShippedPrompt, {}}};
        add({}, VersionAdmitted{first, {}});
        Update update{.edits = {{RuleEditKind::Drop, {u"r1"_s}, {}, u"makes room"_s, {ReasonCode::MakesRoom, {{u"helpful"_s, 1}}}}},
                      .reason = u"no edit is valid"_s, .why = {ReasonCode::NoEditValid, {}}};
        const Event proposed = add({1, Phase::Update}, UpdateProposed{update});
        add({1, Phase::Update}, VersionRejected{std::get<UpdateProposed>(proposed.payload).update.id, update.reason});
        add({1, Phase::Guard}, GuardDecided{{.action = SafetyAction::Unfreeze, .reason = u"Updates go on."_s,
                                             .numbers = {{u"solved"_s, 20}}, .code = ReasonCode::WithinTrustRegion}});
        Memory memory{.title = u"a lesson"_s, .archiveReason = u"not mended"_s, .why = {ReasonCode::NotMended, {{u"rounds"_s, 2}}}};
        add({1, Phase::Remember}, MemoryStored{memory, u"add"_s, u"not mended"_s, 0});
        add({1, Phase::Person}, RunStatusChanged{RunStatus::Failed, u"the server is away"_s, {ReasonCode::Fault, {{u"kind"_s, u"model"_s}}}});
    }

    /// As another program finds the file.
    void reopen() { database = Database::open(path(), OpenMode::ReadOnly).value(); }
};

} // namespace

/// The reasons of a run: with their codes, and in files of programs that knew none.
class TestOldReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesComeBack()
    {
        Story story;
        story.reopen();
        RunReader reader(*story.database);
        VALUE(row, reader.run(story.run.id));
        QCOMPARE(row.run.statusDetail, u"the server is away"_s);
        QCOMPARE(row.run.statusWhy, (Reason{ReasonCode::Fault, {{u"kind"_s, u"model"_s}}}));
        VALUE(updates, reader.updates(story.run.id));
        QCOMPARE(updates.first().why.code, ReasonCode::NoEditValid);
        QCOMPARE(updates.first().edits.first().why.code, ReasonCode::MakesRoom);
        VALUE(decisions, reader.decisions(story.run.id));
        QCOMPARE(decisions.first().code, ReasonCode::WithinTrustRegion);
        VALUE(versions, reader.versions(story.run.id));
        QCOMPARE(versions.first().version.noteWhy.code, ReasonCode::ShippedPrompt);
        VALUE(memories, MemoryStore(*story.database).current(row.run.memorySet));
        QCOMPARE(memories.first().why.code, ReasonCode::NotMended);
    }

    void filesWithoutCodesKeepTheirWords()
    {
        Story story;
        removeCodes(*story.database);
        story.reopen();
        RunReader reader(*story.database);
        VALUE(row, reader.run(story.run.id));
        QCOMPARE(row.run.statusDetail, u"the server is away"_s);
        QCOMPARE(row.run.statusWhy, Reason());
        VALUE(updates, reader.updates(story.run.id));
        QCOMPARE(updates.first().reason, u"no edit is valid"_s);
        QCOMPARE(updates.first().why, Reason());
        QCOMPARE(updates.first().edits.first().reason, u"makes room"_s);
        QCOMPARE(updates.first().edits.first().why, Reason());
        VALUE(decisions, reader.decisions(story.run.id));
        QCOMPARE(decisions.first().reason, u"Updates go on."_s);
        QCOMPARE(decisions.first().code, ReasonCode::Unstated);
        QCOMPARE(decisions.first().numbers[u"solved"_s].toInt(), 20);
        VALUE(versions, reader.versions(story.run.id));
        QCOMPARE(versions.first().version.note, u"as shipped"_s);
        QCOMPARE(versions.first().version.noteWhy, Reason());
        VALUE(memories, MemoryStore(*story.database).current(row.run.memorySet));
        QCOMPARE(memories.first().archiveReason, u"not mended"_s);
        QCOMPARE(memories.first().why, Reason());
    }

    void codesOfTomorrowKeepTheirWords()
    {
        Story story;
        VERIFY_OK(execute(*story.database, u"UPDATE safety_decision SET body = json_set(body, '$.code', 'of-tomorrow')"_s));
        VERIFY_OK(execute(*story.database, u"UPDATE prompt_update SET body = json_set(body, '$.why.code', 'of-tomorrow')"_s));
        story.reopen();
        RunReader reader(*story.database);
        VALUE(decisions, reader.decisions(story.run.id));
        QCOMPARE(decisions.first().code, ReasonCode::Unstated);
        QCOMPARE(decisions.first().reason, u"Updates go on."_s);
        VALUE(updates, reader.updates(story.run.id));
        QCOMPARE(updates.first().why.code, ReasonCode::Unstated);
    }

    void aPersonsNoteIsNotOurs()
    {
        Story story;
        VERIFY_OK(VersionStore(*story.database).setNote(story.run.id, 1, u"my own words"_s));
        VALUE(version, VersionStore(*story.database).byNumber(story.run.id, 1));
        QCOMPARE(version.note, u"my own words"_s);
        QCOMPARE(version.noteWhy, Reason());
    }
};

QTEST_GUILESS_MAIN(TestOldReasons)
#include "tst_oldreasons.moc"
