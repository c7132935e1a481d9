#include "tests/support/demotasks.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Words {
    const char *key, *title, *entry, *statement, *solution, *wrong, *call, *expected, *actual, *lesson;
};

constexpr Words all[] = {
    {"demo/list_window", "Sliding window sums", "list_window", "Return the sums of all windows of the given width over a list.",
     "def list_window(values, width):\n    sums = []\n    for start in range(len(values) - width + 1):\n"
     "        sums.append(sum(values[start:start + width]))\n    return sums\n",
     "def list_window(values, width):\n    sums = []\n    for start in range(len(values) - width):\n"
     "        sums.append(sum(values[start:start + width]))\n    return sums\n",
     "list_window([1, 2, 3, 4], 2)", "[3, 5, 7]", "[3, 5]", "Check the last index of a range: the end is not included."},
    {"demo/title_case", "Title case", "title_case", "Write each word with a capital first letter and leave the spaces as they are.",
     "def title_case(text):\n    words = text.split(\" \")\n    return \" \".join(w[:1].upper() + w[1:] for w in words)\n",
     "def title_case(text):\n    words = text.split()\n    return \" \".join(w[:1].upper() + w[1:] for w in words)\n",
     "title_case(\"a  bee\")", "'A  Bee'", "'A Bee'", "split() without an argument joins runs of spaces."},
    {"demo/prime_count", "Count primes", "prime_count", "Count the prime numbers below a limit of up to one million.",
     "def prime_count(limit):\n    sieve = bytearray([1]) * max(limit, 2)\n    sieve[0:2] = b\"\\0\\0\"\n"
     "    for n in range(2, int(limit ** 0.5) + 1):\n        if sieve[n]:\n            sieve[n * n::n] = bytes(len(sieve[n * n::n]))\n"
     "    return sum(sieve[:limit])\n",
     "def prime_count(limit):\n    count = 0\n    for n in range(2, limit):\n        if all(n % d for d in range(2, n)):\n"
     "            count += 1\n    return count\n",
     "prime_count(100000)", "9592", "9593", "Look at the largest input before choosing an algorithm."},
    {"demo/merge_counts", "Merge counters", "merge_counts", "Add two dictionaries of counts; the arguments stay as they are.",
     "def merge_counts(first, second):\n    merged = dict(first)\n    for key, count in second.items():\n"
     "        merged[key] = merged.get(key, 0) + count\n    return merged\n",
     "def merge_counts(first, second):\n    for key, count in second.items():\n        first[key] = first.get(key, 0) + count\n    return first\n",
     "merge_counts({'a': 1}, {'a': 2})", "{'a': 3}", "{'a': 5}", "Copy an argument before changing it."},
    {"demo/parse_duration", "Parse a duration", "parse_duration", "Turn texts such as \"1h30m\" into minutes; refuse everything else.",
     "import re\n\n\ndef parse_duration(text):\n    match = re.fullmatch(r\"(?:(\\d+)h)?(?:(\\d+)m)?\", text)\n    if not match or not text:\n"
     "        raise ValueError(text)\n    return 60 * int(match[1] or 0) + int(match[2] or 0)\n",
     "def parse_duration(text):\n    hours, minutes = text.split(\"h\")\n    return 60 * int(hours) + int(minutes.rstrip(\"m\"))\n",
     "parse_duration(\"45m\")", "45", "None", "Try the input that leaves an optional part out."},
    {"demo/clamp", "Clamp", "clamp", "Keep a number between two borders, which may come in either order.",
     "def clamp(value, low, high):\n    low, high = min(low, high), max(low, high)\n    return max(low, min(value, high))\n",
     "def clamp(value, low, high):\n    return max(low, min(value, high))\n", "clamp(5, 9, 1)", "5", "9",
     "Read whether the order of arguments is promised."},
    {"demo/flatten", "Flatten", "flatten", "Flatten lists in lists to any depth.",
     "def flatten(values):\n    flat = []\n    for value in values:\n        flat.extend(flatten(value) if isinstance(value, list) else [value])\n"
     "    return flat\n",
     "def flatten(values):\n    return [value for inner in values for value in inner]\n", "flatten([1, [2, [3]]])", "[1, 2, 3]", "None",
     "Any depth asks for recursion or a stack."},
    {"demo/rotate", "Rotate a list", "rotate", "Rotate a list to the right by any number of steps, also negative or too large ones.",
     "def rotate(values, steps):\n    if not values:\n        return []\n    steps %= len(values)\n    return values[-steps:] + values[:-steps]\n",
     "def rotate(values, steps):\n    return values[-steps:] + values[:-steps]\n", "rotate([1, 2, 3], 4)", "[3, 1, 2]", "[1, 2, 3]",
     "Take a remainder before using a number of steps as an index."},
};

} // namespace

QList<DemoTask> demoTasks()
{
    const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
    QList<DemoTask> tasks;
    for (const Words &words : all) {
        Task task;
        task.key = text(words.key);
        task.title = text(words.title);
        task.entryPoint = text(words.entry);
        task.statement = text(words.statement);
        task.starter = u"def %1(*args):\n    raise NotImplementedError\n"_s.arg(task.entryPoint);
        task.references = {text(words.solution)};
        const QString check = u"assert %1 == %2"_s.arg(text(words.call), text(words.expected));
        task.visibleTests = {{u"example"_s, check}, {u"types"_s, u"assert callable(%1)"_s.arg(task.entryPoint)}};
        for (int i = 1; i <= 4; ++i)
            task.hiddenTests.append({u"case_%1"_s.arg(i), check});
        task.families = {u"boundary"_s};
        tasks.append({task, text(words.wrong), text(words.actual), text(words.expected), text(words.lesson)});
    }
    return tasks;
}

} // namespace autodidact
