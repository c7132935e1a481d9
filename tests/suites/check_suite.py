#!/usr/bin/env python3
"""Checks a task suite: schema, references green, starters red, planted faults caught.

Usage: check_suite.py SUITE.jsonl [--faults FAULTS.jsonl]
Ends with 1 and one line `task: reason` per problem where anything is wrong.
"""

import argparse
import ast
import collections
import doctest
import json
import re
import sys

from boundary import failures

FAMILIES = frozenset(
    "boundary empty_input comparison operator integer_division case_sensitivity mutated_argument "
    "missing_import wrong_return infinite_loop sort_order shallow_copy off_by_one_range "
    "default_argument none_handling duplicate_handling accumulator_init early_return index_base "
    "string_format".split()
)
KEYS = (
    "id title language statement entry_point starter visible_tests hidden_tests references group "
    "families repeat_of repeat_kind tags difficulty limits"
).split()
OPTIONAL = {"repeat_of", "repeat_kind", "limits"}
HEADER_KEYS = {"autodidact_suite", "name", "version", "title", "description", "licence", "released"}
DEFAULT_SECONDS = 5


class Problems:
    """Collects `task: reason` lines, so one run shows everything that is wrong."""

    def __init__(self):
        self.lines = []

    def unless(self, condition, task, reason):
        if not condition:
            self.lines.append(f"{task}: {reason}")
        return condition


def load(path):
    with open(path, encoding="utf-8") as file:
        header, *tasks = [json.loads(line) for line in file]
    return header, tasks


def seconds_of(task):
    return task.get("limits", {}).get("cpu_s", DEFAULT_SECONDS)


def normalised(code):
    """The syntax tree as text, blind to names and docstrings: one idea spelt twice is equal."""
    tree = ast.parse(code)
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.name = "function"
            if ast.get_docstring(node) is not None:
                node.body = node.body[1:]
        elif isinstance(node, ast.Name):
            node.id = names.setdefault(node.id, f"n{len(names)}")
        elif isinstance(node, ast.arg):
            node.arg = names.setdefault(node.arg, f"n{len(names)}")
    return ast.dump(tree)


def calls_in(code, entry_point):
    """Every call of the entry point in `code`, spelt in one canonical way."""
    return {
        ast.unparse(node)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == entry_point
    }


def check_header(header, problems):
    problems.unless(set(header) == HEADER_KEYS, "header", f"keys are {sorted(header)}")
    problems.unless(header.get("autodidact_suite") == 1, "header", "unknown schema version")


def check_schema(task, problems):
    """False where the line is so wrong that nothing further can be asked of it."""
    name = task.get("id", "?")
    expected = [key for key in KEYS if key in task or key not in OPTIONAL]
    if not problems.unless(list(task) == expected, name, f"keys or their order: {list(task)}"):
        return False
    rules = [
        (re.fullmatch(r"[a-z0-9_/.-]+", name), "id has other characters"),
        (task["language"] == "python", "language is not python"),
        (3 <= len(task["visible_tests"]) <= 4, "needs 3 or 4 visible tests"),
        (6 <= len(task["hidden_tests"]) <= 10, "needs 6 to 10 hidden tests"),
        (len(task["references"]) >= 3, "needs three references"),
        (1 <= len(task["families"]) <= 4, "needs 1 to 4 families"),
        (set(task["families"]) <= FAMILIES, "unknown family"),
        (len(set(task["families"])) == len(task["families"]), "a family twice"),
        (task["difficulty"] in range(1, 6), "difficulty outside 1..5"),
        (task["tags"] and task["title"] and task["group"], "empty tags, title or group"),
        (("repeat_of" in task) == ("repeat_kind" in task), "repeat_of and repeat_kind go together"),
        (task.get("repeat_kind", "near") in ("near", "exact"), "unknown repeat_kind"),
        (seconds_of(task) > 0, "a limit must be positive"),
        (task["entry_point"] in task["statement"], "statement does not name the entry point"),
    ]
    for holds, reason in rules:
        problems.unless(holds, name, reason)
    return True


def check_tests(task, problems):
    """Names unique, codes and calls of visible and hidden tests apart. Returns leaked calls."""
    name, entry = task["id"], task["entry_point"]
    tests = task["visible_tests"] + task["hidden_tests"]
    problems.unless(len({t["name"] for t in tests}) == len(tests), name, "a test name twice")
    problems.unless(len({t["code"] for t in tests}) == len(tests), name, "a test code twice")
    shown = set()
    for example in doctest.DocTestParser().get_examples(task["statement"]):
        shown |= calls_in(example.source, entry)
    problems.unless(shown, name, "statement has no worked example")
    visible = set().union(*(calls_in(t["code"], entry) for t in task["visible_tests"]))
    hidden = set().union(*(calls_in(t["code"], entry) for t in task["hidden_tests"]))
    # A call with a variable is the same text whatever the variable holds: only literal calls leak.
    literal = {call for call in hidden if not has_variable(call)}
    return sorted(literal & (shown | visible))


def has_variable(call):
    arguments = ast.parse(call, mode="eval").body
    return any(
        isinstance(node, ast.Name)
        for argument in [*arguments.args, *arguments.keywords]
        for node in ast.walk(argument)
    )


def check_code(task, problems):
    name, entry, limit = task["id"], task["entry_point"], seconds_of(task)
    tests = task["visible_tests"] + task["hidden_tests"]
    examples = doctest.DocTestParser().get_examples(task["statement"])
    told = []
    for example in examples:
        source, want = example.source.strip(), example.want.strip()
        code = f"got = repr({source})\nassert got == {want!r}, got"
        told.append({"name": f"example {source}", "code": code})
    for index, reference in enumerate(task["references"]):
        for test, reason in failures(reference, entry, tests + told, limit):
            problems.unless(False, name, f"reference {index} is red on '{test}': {reason}")
    red = [test for test, _ in failures(task["starter"], entry, tests, limit)]
    problems.unless(len(red) == len(tests), name, "starter is green on a test")
    shapes = {normalised(reference) for reference in task["references"]}
    problems.unless(len(shapes) == len(task["references"]), name, "two references have one shape")


def check_groups(tasks, problems):
    seen = {}
    for task in tasks:
        name = task["id"]
        problems.unless(name not in seen, name, "id twice")
        if "repeat_of" in task:
            first = seen.get(task["repeat_of"])
            problems.unless(first is not None, name, "repeat_of names no earlier task")
            same = first is not None and first["group"] == task["group"]
            problems.unless(same, name, "repeat_of is in another group")
        else:
            fresh = all(other["group"] != task["group"] for other in seen.values())
            problems.unless(fresh, name, "joins a group without repeat_of")
        seen[name] = task


def parses(code):
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def check_faults(tasks, path, problems):
    """Every planted fault must be red on hidden tests; every family needs one. Returns a count."""
    by_id = {task["id"]: task for task in tasks}
    planted = collections.defaultdict(set)
    count = 0
    with open(path, encoding="utf-8") as file:
        faults = [json.loads(line) for line in file]
    for fault in faults:
        task = by_id.get(fault["task"])
        if not problems.unless(task, fault["task"], "fault of an unknown task"):
            continue
        name, family = task["id"], fault["family"]
        label = f"fault {family} '{fault['find'].strip()}'"
        problems.unless(family in task["families"], name, f"{label}: family not listed")
        source = task["references"][fault["reference"]]
        if not problems.unless(source.count(fault["find"]) == 1, name, f"{label}: not there once"):
            continue
        wrong = source.replace(fault["find"], fault["replace"])
        if not problems.unless(parses(wrong), name, f"{label}: is no Python any more"):
            continue  # it would be red without proving anything
        caught = next(failures(wrong, task["entry_point"], task["hidden_tests"], 1), None)
        problems.unless(caught, name, f"{label}: no hidden test sees it")
        planted[name].add(family)
        count += 1
    for task in tasks:
        for family in set(task["families"]) - planted[task["id"]]:
            problems.unless(False, task["id"], f"no planted fault of family {family}")
    return count


def summary(header, tasks, faults):
    groups = collections.Counter(task["group"] for task in tasks)
    families = collections.Counter(f for task in tasks for f in task["families"])
    levels = collections.Counter(task["difficulty"] for task in tasks)
    tests = sum(len(t["visible_tests"]) + len(t["hidden_tests"]) for t in tasks)
    print(f"suite {header['name']} {header['version']}: {len(tasks)} tasks, {tests} tests")
    print(f"groups {len(groups)}, with repeats {sum(n > 1 for n in groups.values())}")
    print("difficulty " + " ".join(f"{k}:{levels[k]}" for k in sorted(levels)))
    print("families " + " ".join(f"{k}:{families[k]}" for k in sorted(families)))
    if faults is not None:
        print(f"planted faults {faults}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("suite")
    parser.add_argument("--faults", help="JSONL of planted faults, each to be caught")
    options = parser.parse_args()
    header, tasks = load(options.suite)
    problems = Problems()
    check_header(header, problems)
    sound = [task for task in tasks if check_schema(task, problems)]
    leaks = 0
    for task in sound:
        for call in check_tests(task, problems):
            leaks += 1
            problems.unless(False, task["id"], f"hidden call is shown to the solver: {call}")
        check_code(task, problems)
    check_groups(sound, problems)
    faults = check_faults(sound, options.faults, problems) if options.faults else None
    summary(header, sound, faults)
    print(f"hidden calls shown {leaks}")
    for line in problems.lines:
        print(line, file=sys.stderr)
    return 1 if problems.lines else 0


if __name__ == "__main__":
    sys.exit(main())
