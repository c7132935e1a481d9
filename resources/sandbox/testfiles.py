# Runs the test files in the work folder, in the process that the sandbox made for the attempt, and reports each test through
# record(). `program` is the path of the code under test, `measures` says whether its lines are counted. This part is for every
# framework; unittestrun.py and pytestrun.py follow in the same script. Every test file is listed before the first line of the
# program runs.

import ast
import os
import site
import sys
import warnings

site.main()
sys.path.insert(0, os.getcwd())

LIMIT = 2000
HERE = os.getcwd()
PROGRAM = os.path.join(HERE, program)  # noqa: F821
MEASURES = measures  # noqa: F821

if MEASURES:
    import coverage


def is_test_file(name):
    return name.endswith(".py") and (name.startswith("test_") or name.endswith("_test.py"))


class Listing:
    """The test files as they stand before any of their code runs, and the tests that they state."""

    def __init__(self):
        self.files, self.names = [], []
        self.needs_pytest = False
        for folder, _, entries in sorted(os.walk(HERE)):
            for entry in sorted(entries):
                path = os.path.join(folder, entry)
                if path != PROGRAM and is_test_file(entry):
                    self.files.append(path)
                    self.read(path)
        if not self.names:
            self.needs_pytest = True

    def read(self, path):
        relative = os.path.relpath(path, HERE)
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read(), path)
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test"):
                self.names.append(relative + "::" + node.name)
                self.needs_pytest = True
            elif isinstance(node, ast.ClassDef):
                self.read_class(node, relative)
            elif isinstance(node, (ast.Import, ast.ImportFrom)) and "pytest" in ast.dump(node):
                self.needs_pytest = True

    def read_class(self, node, relative):
        is_case = "TestCase" in ast.dump(node)
        tests = [item.name for item in node.body
                 if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)) and item.name.startswith("test")]
        if is_case or node.name.startswith("Test"):
            self.names += [relative + "::" + node.name + "::" + name for name in tests]
        if tests and not is_case:  # a base class elsewhere may make it one: pytest finds out
            self.needs_pytest = True


def fingerprint(files):
    """What a program must leave as it is: the test files, and the functions of the machinery that judges it."""
    print_of = {}
    for path in files:
        try:
            with open(path, "rb") as file:
                print_of[os.path.relpath(path, HERE)] = hash(file.read())
        except OSError:
            print_of[os.path.relpath(path, HERE)] = None
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("_pytest", "pluggy", "unittest", "builtins"):
            for key, value in list(vars(module).items()):
                if isinstance(value, type) and value.__module__ == name:
                    for inner, function in list(vars(value).items()):
                        if callable(function):
                            print_of[f"{name}.{key}.{inner}"] = id(function)
                elif callable(value):
                    print_of[f"{name}.{key}"] = id(value)
    return print_of


def touched(before, files):
    after = fingerprint(files)
    return sorted(name for name, mark in before.items() if after.get(name) != mark)


def short(text):
    return text if len(text) <= LIMIT else text[:LIMIT] + "..."


def compiles(tell):
    try:
        with open(PROGRAM, "rb") as file:
            compile(file.read(), PROGRAM, "exec", dont_inherit=True)
    except SyntaxError as error:
        tell("syntax", type(error).__name__, str(error.msg), str(error.lineno or 0), str(error.offset or 0))
        return False
    return True


def tell_coverage(measure, tell):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a program of which no line ran
        try:
            _, statements, _, missing, _ = measure.analysis2(PROGRAM)
        except coverage.CoverageException:
            statements, missing = [], []
    tell("coverage", " ".join(str(line) for line in statements if line not in missing), " ".join(map(str, missing)))


def begin(tell):
    if not compiles(tell):
        return
    listing = Listing()
    for name in listing.names:
        tell("listed", name)
    try:
        play = prepare_pytest(listing, tell) if listing.needs_pytest else prepare_unittest(listing, tell)
    except ModuleNotFoundError as error:
        tell("missing", error.name or "pytest")
        return
    before = fingerprint(listing.files)
    measure = coverage.Coverage(data_file=None, config_file=False, include=[PROGRAM], messages=False) if MEASURES else None
    if measure:
        measure.start()
    play()
    if measure:
        measure.stop()
    for name in touched(before, listing.files)[:1]:
        tell("touched", name)
    if measure:
        tell_coverage(measure, tell)
