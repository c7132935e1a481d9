"""What the checker asks of every language, and what the languages with braces have in common.

A language is a module `<language>_programs` with
  LANGUAGE, NAME, ISOLATION, COMPILED and TOOLS (commands it needs);
  shape(code): equal for two programs that differ in names, comments and layout only;
  literal_calls(code, entry_point): the calls that no variable takes part in, each spelt one way;
  examples(statement, entry_point): pairs (source, test code) of the worked examples;
  run(jobs): one Outcome per job, in order.
"""

import dataclasses
import re

TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\u\{?\w+\}?|\\.|[^'\\])'|'\w+"""
    r"""|[A-Za-z_$][\w$]*|\d[\w.]*|::|\S""",
    re.DOTALL,
)
EXAMPLE = re.compile(r"^(.*\S) +// (.*\S)$", re.MULTILINE)
WORDS = frozenset("true false null undefined new mut as in of const let var".split())


@dataclasses.dataclass
class Job:
    """A program to be put to tests, each given so many seconds."""

    program: str
    entry_point: str
    tests: list
    seconds: float
    first_red: bool = False  # stop at the first red test


@dataclasses.dataclass
class Outcome:
    broken: str | None = None  # why it is no program at all
    red: list = dataclasses.field(default_factory=list)  # pairs (test name, reason)


def tokens(code):
    return [token for token in TOKEN.findall(code) if not token.startswith(("//", "/*"))]


def is_name(token):
    return re.match(r"[A-Za-z_$]", token) is not None


def shape(code):
    names = {}
    return " ".join(
        names.setdefault(token, f"n{len(names)}") if is_name(token) else token
        for token in tokens(code)
    )


def is_variable(before, token, after):
    """Whether `token` names a value: no type, member, macro, function or key of an object."""
    if not re.match(r"[a-z_$]", token) or token in WORDS:
        return False
    return before not in (".", "::", "new") and after not in ("(", "!", ":", "::")


def literal_calls(code, entry_point):
    found = set()
    all_tokens = tokens(code)
    for start, token in enumerate(all_tokens[:-1]):
        if token != entry_point or all_tokens[start + 1] != "(":
            continue
        depth, end = 0, start + 1
        while end < len(all_tokens):
            depth += (all_tokens[end] in "([{") - (all_tokens[end] in ")]}")
            end += 1
            if depth == 0:
                break
        call = all_tokens[start:end]
        if not any(is_variable(*call[at - 1 : at + 2]) for at in range(2, len(call) - 1)):
            found.add(" ".join(call))
    return found


def examples(statement, form):
    """Lines `CALL // RESULT` as pairs (call, test code); `form` puts the two into a test."""
    return [(call, form(call, result)) for call, result in EXAMPLE.findall(statement)]


def broken_ones(count, compiler):
    """Reasons of the programs that do not compile, by number.

    `compiler(numbers)` compiles those programs together; it returns an exit code, pairs (number,
    reason) and all it said. One pass may miss errors, so it goes on without the broken ones.
    """
    broken = {}
    while True:
        code, errors, said = compiler([at for at in range(count) if at not in broken])
        if code == 0:
            return broken
        found = {}
        for number, reason in errors:
            found.setdefault(int(number), reason)
        if not found:
            raise RuntimeError(f"the compiler failed:\n{said}")
        broken |= found


def run_all(jobs, broken, lines_of):
    """Outcomes of all jobs; `lines_of(numbers)` runs some and gives "job test reason" lines."""
    outcomes = [Outcome(broken=broken.get(at)) for at in range(len(jobs))]
    for line in lines_of([at for at in range(len(jobs)) if at not in broken]):
        number, *report = line.split("\t")
        if report:
            at = int(number)
            outcomes[at].red.append((jobs[at].tests[int(report[0])]["name"], report[1]))
    return outcomes
