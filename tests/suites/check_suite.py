#!/usr/bin/env python3
"""Checks a task suite: schema, references green, starters red, planted faults caught.

Usage: check_suite.py SUITE.jsonl [--faults FAULTS.jsonl]
Ends with 1 and one line `task: reason` per problem where anything is wrong, with 77 where the tools
of the language are not installed.
"""

import argparse
import collections
import importlib
import itertools
import json
import re
import shutil
import sys

from programs import Job

FAMILIES = frozenset(
    "boundary empty_input comparison operator integer_division case_sensitivity mutated_argument "
    "missing_import wrong_return infinite_loop sort_order shallow_copy off_by_one_range "
    "default_argument none_handling duplicate_handling accumulator_init early_return index_base "
    "string_format overflow coercion float_rounding text_units change_while_iterating".split()
)
KEYS = (
    "id title language statement entry_point starter visible_tests hidden_tests references group "
    "families repeat_of repeat_kind tags difficulty isolation limits"
).split()
OPTIONAL = {"repeat_of", "repeat_kind", "isolation", "limits"}
LANGUAGES = ("python", "java", "javascript", "rust")
HEADER_KEYS = {"autodidact_suite", "name", "version", "title", "description", "licence", "released"}
DEFAULT_SECONDS = 5
SKIPPED = 77  # the exit code that CTest takes for "skipped"


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


def language_of(tasks):
    """The module for the language of the first task: a suite here keeps to one language."""
    name = tasks[0].get("language") if tasks else None
    return importlib.import_module(f"{name if name in LANGUAGES else 'python'}_programs")


def check_header(header, problems):
    problems.unless(set(header) == HEADER_KEYS, "header", f"keys are {sorted(header)}")
    problems.unless(header.get("autodidact_suite") == 1, "header", "unknown schema version")


def check_schema(task, language, problems):
    """False where the line is so wrong that nothing further can be asked of it."""
    name = task.get("id", "?")
    expected = [key for key in KEYS if key in task or key not in OPTIONAL]
    if not problems.unless(list(task) == expected, name, f"keys or their order: {list(task)}"):
        return False
    rules = [
        (re.fullmatch(r"[a-z0-9_/.-]+", name), "id has other characters"),
        (task["language"] == language.LANGUAGE, f"language is not {language.LANGUAGE}"),
        (task.get("isolation", "split") == language.ISOLATION, f"not {language.ISOLATION}"),
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


def check_tests(task, language, problems):
    """Names unique, codes and calls of visible and hidden tests apart. Returns leaked calls."""
    name, entry = task["id"], task["entry_point"]
    tests = task["visible_tests"] + task["hidden_tests"]
    problems.unless(len({t["name"] for t in tests}) == len(tests), name, "a test name twice")
    problems.unless(len({t["code"] for t in tests}) == len(tests), name, "a test code twice")
    examples = language.examples(task["statement"], entry)
    problems.unless(examples, name, "statement has no worked example")
    open_codes = [code for code, _ in examples] + [t["code"] for t in task["visible_tests"]]
    shown = set().union(*(language.literal_calls(code, entry) for code in open_codes))
    hidden = set().union(*(language.literal_calls(t["code"], entry) for t in task["hidden_tests"]))
    return sorted(hidden & shown)


def code_jobs(task, language):
    """What is to be run for a task: (what, program, tests) for each reference and the starter."""
    entry, limit = task["entry_point"], seconds_of(task)
    tests = task["visible_tests"] + task["hidden_tests"]
    told = [
        {"name": f"example {source}", "code": code}
        for source, code in language.examples(task["statement"], entry)
    ]
    for reference in task["references"]:
        yield Job(reference, entry, tests + told, limit)
    yield Job(task["starter"], entry, tests, limit)


def check_code(task, outcomes, language, problems):
    name = task["id"]
    tests = task["visible_tests"] + task["hidden_tests"]
    *references, starter = outcomes
    for index, outcome in enumerate(references):
        problems.unless(not outcome.broken, name, f"reference {index}: {outcome.broken}")
        for test, reason in outcome.red:
            problems.unless(False, name, f"reference {index} is red on '{test}': {reason}")
    problems.unless(not starter.broken, name, f"starter: {starter.broken}")
    problems.unless(len(starter.red) == len(tests), name, "starter is green on a test")
    shapes = {language.shape(reference) for reference in task["references"]}
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


def planted_faults(tasks, path, problems):
    """Pairs (fault, job) for the faults in the file at `path` that can be planted at all."""
    by_id = {task["id"]: task for task in tasks}
    with open(path, encoding="utf-8") as file:
        faults = [json.loads(line) for line in file]
    for fault in faults:
        task = by_id.get(fault["task"])
        if not problems.unless(task, fault["task"], "fault of an unknown task"):
            continue
        label = label_of(fault)
        listed = fault["family"] in task["families"]
        problems.unless(listed, task["id"], f"{label}: family not listed")
        source = task["references"][fault["reference"]]
        once = source.count(fault["find"]) == 1
        if problems.unless(once, task["id"], f"{label}: not there once"):
            wrong = source.replace(fault["find"], fault["replace"])
            yield fault, Job(wrong, task["entry_point"], task["hidden_tests"], 1, first_red=True)


def label_of(fault):
    return f"fault {fault['family']} '{fault['find'].strip()}'"


def check_faults(tasks, faults, outcomes, language, problems):
    """Every planted fault must be red on hidden tests; every family needs one."""
    planted = collections.defaultdict(set)
    for fault, outcome in zip(faults, outcomes):
        name, label = fault["task"], label_of(fault)
        # A compiler sees a missing import; anything else that is broken proves nothing.
        shown_by_compiler = language.COMPILED and fault["family"] == "missing_import"
        if outcome.broken and not shown_by_compiler:
            problems.unless(False, name, f"{label}: is no {language.NAME} any more")
            continue
        problems.unless(outcome.broken or outcome.red, name, f"{label}: no hidden test sees it")
        planted[name].add(fault["family"])
    for task in tasks:
        for family in sorted(set(task["families"]) - planted[task["id"]]):
            problems.unless(False, task["id"], f"no planted fault of family {family}")


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
    language = language_of(tasks)
    if missing := [tool for tool in language.TOOLS if not shutil.which(tool)]:
        print(f"skipped: no {' and no '.join(missing)}")
        return SKIPPED
    sound = [task for task in tasks if check_schema(task, language, problems)]
    leaks = 0
    for task in sound:
        for call in check_tests(task, language, problems):
            leaks += 1
            problems.unless(False, task["id"], f"hidden call is shown to the solver: {call}")
    check_groups(sound, problems)
    of_task = [list(code_jobs(task, language)) for task in sound]
    faults = list(planted_faults(sound, options.faults, problems)) if options.faults else []
    # One call for everything: a compiler is started once, not once per program.
    outcomes = iter(language.run(list(itertools.chain(*of_task)) + [job for _, job in faults]))
    for task, jobs in zip(sound, of_task):
        check_code(task, list(itertools.islice(outcomes, len(jobs))), language, problems)
    if options.faults:
        check_faults(sound, [fault for fault, _ in faults], outcomes, language, problems)
    summary(header, sound, len(faults) if options.faults else None)
    print(f"hidden calls shown {leaks}")
    for line in problems.lines:
        print(line, file=sys.stderr)
    return 1 if problems.lines else 0


if __name__ == "__main__":
    sys.exit(main())
