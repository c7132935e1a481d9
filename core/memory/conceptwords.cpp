#include "core/memory/conceptwords.h"

namespace autodidact {

namespace {

// How telling it is that two texts share a concept. Most texts are about lists, few about grids.
constexpr double Common = 1.8;
constexpr double Frequent = 2.7;
constexpr double Usual = 3.6;
constexpr double Telling = 4.5;
constexpr double Rare = 5.4;

/// Our own judgement. Techniques and pitfalls rather than trades: what helps in a shop may help in
/// a zoo. Frozen: a change needs another name of the embedder.
constexpr ConceptWords table[] = {
    // Values, and what may be wrong with them.
    {Common,
        "none null undefined nil missing absent option optional some nan unknown unset lacks "
        "unavailable nullable"},
    {Common,
        "error exception raise throw thrown fail failure invalid illegal panic malformed reject "
        "refuse forbidden valueerror typeerror keyerror indexerror rangeerror "
        "illegalargumentexception illegalstateexception arithmeticexception "
        "nosuchelementexception"},
    {Common, "list array vec vector slice arraylist tuple sequence series collection"},
    {Frequent, "dict dictionary map hashmap treemap btreemap mapping lookup association"},
    {Frequent,
        "set hashset unique distinct duplicate repeat repetition twice once dedupe deduplicate"},
    {Common, "str string text char character word letter"},
    {Common, "int integer whole long u8 u16 u32 u64 i32 i64 usize u128 i128 bigint biginteger"},
    {Usual, "float double decimal f32 f64 fraction fractional bigdecimal"},
    {Usual,
        "copy new fresh clone unchanged untouched mutate alter change modify original immutable "
        "alias shared"},
    {Common, "bool boolean true false flag truth"},
    {Frequent, "default fallback otherwise unless instead"},
    {Frequent, "empty nothing nobody blank without"},
    {Usual, "negative sign absolute minus positive signed magnitude abs"},
    {Rare, "overflow exceed limit bits checked saturating wrapping fit wide"},
    {Usual, "coerce coercion cast convert truthy falsy typeof numeric"},
    // Order, choice and counting.
    {Usual,
        "sort order ascend descend alphabet alphabetical rank rising falling lexicographic "
        "compare comparator"},
    {Usual,
        "case upper lower uppercase lowercase capital capitalise capitalize casefold insensitive "
        "spelling spelt"},
    {Usual, "strip trim space blank whitespace tab padding"},
    {Frequent, "first begin begun start front initial early earliest head opening"},
    {Frequent, "last end back final late latest tail closing"},
    {Frequent, "most max maximum large big high great best top peak"},
    {Frequent, "least min minimum small low few worst cheapest"},
    {Usual, "sum total together add altogether overall plus addition accumulate cumulative sub"},
    {Usual, "count tally frequency many often frequent occurrence occur histogram counter"},
    {Usual, "tie equal same equally equality draw stable"},
    {Frequent,
        "least exactly below above under over exceed limit boundary threshold reach inclusive "
        "exclusive strictly"},
    {Usual, "index position place numbered offset nth indices slot"},
    {Telling, "reverse backwards mirror flip invert opposite reversal"},
    {Rare, "turn rotate rotation rotated shift cyclic circular wrap quarter mirror around"},
    {Telling, "chunk batch split partition slice portion page bundle packet piece"},
    {Telling, "merge combine join union both together concatenate append"},
    {Rare, "interleave alternate alternating zip weave turns"},
    {Rare, "flatten nest nested inside recursive recursion level depth deep within"},
    {Rare, "permutation permute arrangement arrange rearrange shuffle ordering"},
    {Rare,
        "combination combinatorial subset choose chosen pick selection ways binomial powerset "
        "factorial"},
    {Rare, "cumulative running prefix accumulate progress"},
    {Rare, "window moving rolling sliding width length stretch period span"},
    {Rare, "run row streak consecutive succession interrupt break unbroken uninterrupted"},
    {Rare, "longest run streak pause interrupt spell record plateau"},
    {Rare, "neighbour neighbor adjacent around beside next touch surrounding diagonal"},
    {Rare, "both among intersection difference union common absent present"},
    {Rare,
        "difference gap change usage delta ahead behind later earlier compare increase decrease "
        "growth"},
    {Rare, "pair couple match partner complement"},
    {Telling, "filter keep kept satisfy condition predicate qualify"},
    {Rare, "remove delete drop strike struck discard cut purge erase eliminate clear evict"},
    {Telling, "insert push enqueue append prepend"},
    {Rare, "swap exchange trade bubble"},
    {Rare, "majority mode modal popular favourite favorite often frequent most busy demand"},
    {Usual, "group key category bucket classify kind class"},
    {Rare, "band tier class threshold limit grade bracket"},
    {Rare, "search find found locate seek bisect binary insertion halve pivot"},
    {Rare, "median middle mean average percentile quantile centre center central"},
    {Rare, "variance deviation spread outlier statistics standard average"},
    {Rare, "score points rank ranking leaderboard winner medal podium standing scoreboard"},
    {Rare, "increasing decreasing monotonic rise risen ascending climb strictly steady"},
    {Rare, "nearest closest close distance nearby"},
    {Rare, "next successor following previous predecessor preceding"},
    {Rare, "seen already visited before known repeated"},
    // Numbers.
    {Rare, "divide division quotient remainder modulo rest divmod floor ceil begun mod divisible"},
    {Rare, "round begun started half quarter partly ceil floor up down nearest truncate"},
    {Rare, "share divide split distribute proportion remaining left leftover evenly fair ratio"},
    {Rare, "gcd lcm divisor factor multiple coprime euclid common"},
    {Rare, "prime sieve factor factorise factorize composite divisible"},
    {Rare, "fibonacci recurrence term collatz progression arithmetic geometric"},
    {Rare, "power exponent square cube root exponential pow squared logarithm doubling"},
    {Rare, "digit units tens decimal place numeral"},
    {Rare, "base binary octal hexadecimal hex radix digit place value positional power"},
    {Rare, "bit bits bitwise xor mask shift popcount parity flag"},
    {Rare, "fraction numerator denominator reduce ratio rational simplify"},
    {Rare, "probability chance random dice die roll toss coin odds likelihood"},
    {Rare, "percent percentage rate discount rebate proportion surcharge tax vat markup"},
    {Rare, "odd even parity alternate every"},
    {Rare, "number numeral roman ordinal spell"},
    {Rare, "convert conversion unit factor metric imperial scale"},
    // Money, trade and goods.
    {Rare,
        "cent price cost fee charge pay paid euro dollar money bill hire rent invoice tariff fare "
        "amount payment"},
    {Rare, "coin change till cash note denomination fewest"},
    {Rare,
        "interest balance account deposit withdraw withdrawal transfer bank savings compound loan "
        "credit debit overdraft"},
    {Rare,
        "cart basket order checkout shop store customer purchase buy bought sell sold product "
        "article"},
    {Rare, "roster register inventory stock catalogue warehouse supply item quantity list book"},
    {Rare, "vote election ballot candidate poll majority winner elected"},
    {Rare, "name person people staff guest member participant pupil student employee"},
    // Time.
    {Rare, "time minute hour second clock midnight noon duration timer elapsed"},
    {Rare, "weekday calendar month year week today datetime date holiday leap localdate timedelta"},
    {Rare, "deadline due overdue late reminder expire expiry expiration valid until"},
    {Rare,
        "interval range overlap gap slot booking reservation booked occupied free meeting "
        "appointment closure"},
    {Rare, "schedule shift timetable plan planner rota conflict clash opening"},
    {Rare,
        "queue wait serve arrival arrive priority urgency heap counter fifo heapq priorityqueue "
        "binaryheap"},
    {Rare, "limit throttle quota window allowed burst"},
    {Rare, "retry attempt again repeated"},
    // Structures and ways.
    {Rare, "stack push pop lifo undo redo history deque"},
    {Rare, "simulate simulation step tick round turn generation evolve automaton"},
    {Rare, "linked node pointer head"},
    {Rare,
        "tree node root leaf leaves parent child children ancestor descendant branch subtree "
        "hierarchy trie"},
    {Rare, "graph edge vertex vertices node connected reach component link network cycle"},
    {Rare, "chain boss parent circle cycle graph follow reach manager supervisor"},
    {Rare,
        "path shortest route distance hop dijkstra maze navigation detour journey reachable way"},
    {Rare, "dependency depend prerequisite topological before require install"},
    {Rare, "cache memo memoise memoize lru evict capacity recent recently"},
    {Rare, "state machine transition event mode switch toggle door traffic status"},
    {Rare, "grid matrix matrices row column cell board table"},
    {Rare, "transpose spiral diagonal matrix row column"},
    {Rare, "game board player move winner chess card deck hand suit tile"},
    {Rare,
        "coordinate point axis axes distance euclidean manhattan plane position north south east "
        "west"},
    {Rare,
        "rectangle circle triangle area perimeter polygon radius side geometry angle square "
        "corner"},
    {Rare,
        "walk step move direction left right forward robot command north south east west steer "
        "heading path"},
    {Rare,
        "height level rise fall climb slope hill peak valley elevation ascent descent steep "
        "altitude metre"},
    {Rare, "metre meter kilometre centimetre millimetre inch foot feet mile yard length distance"},
    {Rare, "temperature celsius fahrenheit degree kelvin warm cold frost weather"},
    {Rare, "weigh weight kilogram gram heavy mass kg load pound ounce"},
    {Rare, "litre liter volume liquid fill pour tank jug water bottle barrel"},
    {Rare,
        "capacity fit full fill hold held carry box load pack container bin knapsack crate carton"},
    {Rare, "speed fast slow velocity pace distance"},
    {Rare, "greedy optimal fewest minimise minimize maximise maximize knapsack"},
    {Rare, "iterate loop iterator iterating concurrent iteration traverse traversal"},
    {Rare, "infinite endless forever terminate termination while"},
    {Rare, "generator lazy yield iterator stream"},
    {Rare, "closure lambda callback function compose decorator"},
    {Rare, "class object instance method constructor field interface"},
    // Texts.
    {Rare, "palindrome backwards mirror symmetric symmetrical"},
    {Rare, "anagram letters rearrange same"},
    {Rare, "vowel consonant letter syllable"},
    {Rare, "prefix suffix startswith endswith beginning ending"},
    {Rare, "substring contain contains subsequence occurrence part within"},
    {Rare, "pattern wildcard regex regexp match matcher glob placeholder"},
    {Rare, "replace substitute substitution rewrite template placeholder instead"},
    {Rare, "hide hidden mask censor redact conceal anonymise anonymize asterisk"},
    {Rare,
        "cut trim strip shorten truncate ellipsis abbreviate abbreviation initials acronym silent "
        "dead"},
    {Rare, "tokenise tokenize token lexer scanner split separator delimiter"},
    {Rare, "parse read decode interpret parser analyse scan"},
    {Rare, "format print pad zero show display width align justify column render"},
    {Rare, "csv comma field quote quoted separator semicolon delimiter record"},
    {Rare, "escape quote backslash unescape special"},
    {Rare, "settings config configuration parameter header option property ini"},
    {Rare, "json xml html tag markup element attribute markdown"},
    {Rare, "url link http host domain address query"},
    {Rare, "path folder directory file slash extension filename"},
    {Rare, "log entry timestamp record severity message line"},
    {Rare, "line newline paragraph wrap"},
    {Rare, "cipher caesar encrypt decrypt shift key secret vigenere code"},
    {Rare, "encode decode encoding compress decompress expand rle"},
    {Rare, "roman numeral letter value"},
    {Rare, "morse signal code dot dash"},
    {Rare, "calculator expression operator operand evaluate formula postfix arithmetic precedence"},
    {Rare, "bracket parenthesis parentheses brace balance match stack unclosed nested"},
    {Rare,
        "check checksum digit valid genuine verify code control modulo weighted luhn isbn iban "
        "barcode"},
    {Rare, "validate valid validity email password username rule strong allowed"},
    {Rare, "version release semver compare newest major minor patch part"},
    {Rare, "title capitalise capitalize heading phrase sentence word"},
    {Rare, "camel snake kebab identifier camelcase underscore hyphen slug"},
    {Rare, "unicode accent umlaut utf codepoint diacritic"},
    {Rare, "ascii code ord chr character alphabet offset"},
    {Rare, "phone telephone prefix dial area"},
    {Rare, "plate registration identifier serial"},
    {Rare, "dna rna nucleotide strand codon"},
};

} // namespace

std::span<const ConceptWords> conceptWords()
{
    return table;
}

} // namespace autodidact
