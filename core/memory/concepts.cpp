#include "core/memory/concepts.h"

#include "core/memory/wordstem.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

// How telling it is that two texts share a concept. Most texts are about lists, few about grids.
constexpr double Common = 1.8;
constexpr double Frequent = 2.7;
constexpr double Usual = 3.6;
constexpr double Telling = 4.5;
constexpr double Rare = 5.4;

struct Entry {
    double weight;
    const char *words;
};

/// Our own judgement of which words of programs, and of the tasks they are written for, mean much
/// the same in whatever language and trade. Frozen: a change needs another name of the embedder. A
/// word may stand in several lines.
constexpr Entry entries[] = {
    {Common, "none null undefined nil missing absent option optional some nan unknown unset lacks"},
    {Common,
        "error exception raise throw valueerror illegalargumentexception rangeerror indexerror "
        "typeerror invalid illegal panic malformed"},
    {Common, "list array vec vector slice arraylist tuple sequence series"},
    {Frequent, "dict dictionary map hashmap treemap btreemap mapping"},
    {Frequent, "set hashset unique distinct duplicate repeat repetition twice once"},
    {Common, "str string text char character word letter"},
    {Common, "int integer whole long u32 i32 i64 u64 usize u128"},
    {Usual, "float double decimal f64 fraction"},
    {Usual, "copy new fresh clone unchanged untouched mutate alter change"},
    {Usual, "sort order ascend descend alphabet alphabetical rank rising falling"},
    {Usual, "case upper lower uppercase lowercase capital casefold spelling spelt"},
    {Usual, "strip trim space blank whitespace"},
    {Frequent, "first begin start front initial early head opening"},
    {Frequent, "last end back final late tail closing"},
    {Frequent, "most max maximum large big high great best top"},
    {Frequent, "least min minimum small low few worst"},
    {Usual, "sum total together add altogether overall"},
    {Usual, "count tally frequency many often frequent"},
    {Rare, "run row streak consecutive succession interrupt break"},
    {Rare, "window moving rolling width length stretch period span"},
    {Usual, "divide division quotient remainder modulo rest divmod floor ceil begun"},
    {Rare, "cent price cost fee charge pay euro money bill hire rent"},
    {Rare, "time minute hour second clock midnight duration"},
    {Rare, "weekday calendar month year week today datetime date holiday"},
    {Rare, "grid matrix row column cell board"},
    {Rare, "neighbour adjacent around beside next touch surrounding diagonal"},
    {Rare, "nest inside recursive recursion tree level depth deep within"},
    {Rare, "interval range overlap gap slot"},
    {Rare, "overflow exceed limit bits checked saturating fit"},
    {Rare, "remove delete drop strike discard cut purge"},
    {Usual, "index position place numbered"},
    {Usual, "tie equal same equally"},
    {Frequent, "least exactly below above under over exceed limit boundary threshold reach"},
    {Telling, "parse read decode"},
    {Telling, "format print pad zero digit show"},
    {Rare, "share divide split distribute proportion remaining left"},
    {Usual, "group key category bucket"},
    {Telling, "merge combine join union both together"},
    {Usual, "name person people staff guest member"},
    {Usual, "walk step move direction path way"},
    {Rare, "capacity fit full fill hold carry box load pack"},
    {Rare, "queue wait serve arrival priority urgency heap"},
    {Rare, "turn rotate rotation mirror quarter"},
    {Rare, "weigh weight kilogram gram heavy mass"},
    {Rare, "check digit valid genuine verify code modulo weighted control"},
    {Rare, "base binary digit place value decimal positional power"},
    {Rare, "bracket parenthesis brace balance match stack unclosed"},
    {Rare, "band tier class threshold limit grade"},
    {Rare, "busy popular favourite often frequent most demand"},
    {Rare, "difference gap change usage delta ahead behind later earlier compare"},
    {Rare, "round begun started half quarter partly ceil floor up down"},
    {Rare, "metre kilometre centimetre millimetre height level distance rise fall climb"},
    {Rare, "cut trim strip shorten truncate ellipsis both silent dead"},
    {Rare, "both among absent present missing intersection difference union"},
    {Rare, "chain boss parent circle cycle graph follow reach"},
    {Rare, "version release part compare newest"},
    {Rare, "roster register inventory stock catalogue book list"},
    {Rare, "longest run streak pause interrupt spell record"},
};

} // namespace

Concepts::Concepts()
{
    for (const Entry &entry : entries) {
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
