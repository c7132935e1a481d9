#include "widgets/memory/memorywords.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact::memorywords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MemoryWords)
};

} // namespace

QString kind(MemoryKind kind)
{
    switch (kind) {
    case MemoryKind::Code: return Words::tr("Code", "kind of memory");
    case MemoryKind::Error: return Words::tr("Error", "kind of memory");
    case MemoryKind::Lesson: return Words::tr("Lesson", "kind of memory, not a class at school");
    }
    return {};
}

QString kindPlural(MemoryKind kind)
{
    switch (kind) {
    case MemoryKind::Code: return Words::tr("Code memories");
    case MemoryKind::Error: return Words::tr("Error memories");
    case MemoryKind::Lesson: return Words::tr("Lessons", "kind of memory, not classes at school");
    }
    return {};
}

QString term(MemoryTerm term)
{
    return term == MemoryTerm::Short ? Words::tr("Short", "short-term memory") : Words::tr("Long", "long-term memory");
}

QString origin(MemoryOrigin origin)
{
    switch (origin) {
    case MemoryOrigin::Run: return Words::tr("Run", "origin of a memory");
    case MemoryOrigin::Person: return Words::tr("Person", "origin of a memory");
    case MemoryOrigin::Import: return Words::tr("Import", "origin of a memory");
    }
    return {};
}

QString state(MemoryState state)
{
    switch (state) {
    case MemoryState::Active: return Words::tr("Active", "state of a memory");
    case MemoryState::Archived: return Words::tr("Archived", "state of a memory");
    case MemoryState::Superseded: return Words::tr("Superseded", "state of a memory");
    }
    return {};
}

QString language(Language language)
{
    switch (language) {
    case Language::Python: return u"Python"_s;
    case Language::Java: return u"Java"_s;
    case Language::JavaScript: return u"JavaScript"_s;
    case Language::Rust: return u"Rust"_s;
    }
    return {};
}

QString act(const RevisionNote &note)
{
    static const QHash<QString, const char *> names{
        {u"add"_s, QT_TRANSLATE_NOOP("MemoryWords", "Added")},
        {u"edit"_s, QT_TRANSLATE_NOOP("MemoryWords", "Edited")},
        {u"pin"_s, QT_TRANSLATE_NOOP("MemoryWords", "Pinned")},
        {u"unpin"_s, QT_TRANSLATE_NOOP("MemoryWords", "Unpinned")},
        {u"tag"_s, QT_TRANSLATE_NOOP("MemoryWords", "Tagged")},
        {u"review"_s, QT_TRANSLATE_NOOP("MemoryWords", "Reviewed")},
        {u"archive"_s, QT_TRANSLATE_NOOP("MemoryWords", "Archived")},
        {u"restore"_s, QT_TRANSLATE_NOOP("MemoryWords", "Restored")},
        {u"revert"_s, QT_TRANSLATE_NOOP("MemoryWords", "Brought back")},
        {u"forget"_s, QT_TRANSLATE_NOOP("MemoryWords", "Forgotten")},
        {u"expire"_s, QT_TRANSLATE_NOOP("MemoryWords", "Expired")},
        {u"count"_s, QT_TRANSLATE_NOOP("MemoryWords", "Use counted")},
        {u"merge"_s, QT_TRANSLATE_NOOP("MemoryWords", "Merged")},
        {u"supersede"_s, QT_TRANSLATE_NOOP("MemoryWords", "Superseded")},
        {u"contradict"_s, QT_TRANSLATE_NOOP("MemoryWords", "Marked as contradicting")},
        {u"reconcile"_s, QT_TRANSLATE_NOOP("MemoryWords", "Contradiction lifted")},
        {u"reclassify"_s, QT_TRANSLATE_NOOP("MemoryWords", "Kind or scope changed")},
    };
    const char *name = names.value(note.act);
    return name ? QCoreApplication::translate("MemoryWords", name) : note.act;
}

QString kindIcon(MemoryKind kind)
{
    switch (kind) {
    case MemoryKind::Code: return u"memory-code"_s;
    case MemoryKind::Error: return u"memory-error"_s;
    case MemoryKind::Lesson: return u"memory-lesson"_s;
    }
    return {};
}

QString successAfterUse(const Memory &memory)
{
    if (memory.uses == 0)
        return {};
    return Words::tr("%1 %", "percentage").arg(QLocale().toString(qRound(100.0 * memory.successesAfterUse / memory.uses)));
}

QString plainHint(const QString &text)
{
    return text.isEmpty() ? QString() : u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

QString useLine(const MemoryUseRow &use)
{
    return Words::tr("Round %1 · %2 · attempt %3", "place of a use").arg(QString::number(use.place.round), use.taskKey, QString::number(use.place.attempt));
}

} // namespace autodidact::memorywords
