# Runs pytest on the files in the work folder, in the process that the sandbox made for the attempt, and reports each
# test through record(). `program` is the path of the code under test. Everything is imported and every test file is
# listed before the first line of that code runs.

import ast
import os
import site
import sys
import warnings

site.main()
sys.path.insert(0, os.getcwd())
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"

import pytest  # noqa: E402

if measures:  # noqa: F821
    import coverage

LIMIT = 2000
HERE = os.getcwd()
PROGRAM = os.path.join(HERE, program)  # noqa: F821
MEASURES = measures  # noqa: F821


def is_test_file(name):
    return name.endswith(".py") and (name.startswith("test_") or name.endswith("_test.py"))


def listed_tests():
    """(test files, names of the tests in them) as the files stand, before any of their code runs."""
    files, names = [], []
    for folder, _, entries in sorted(os.walk(HERE)):
        for entry in sorted(entries):
            path = os.path.join(folder, entry)
            if path != PROGRAM and is_test_file(entry):
                files.append(path)
                names += names_in(path)
    return files, names


def names_in(path):
    relative = os.path.relpath(path, HERE)
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read(), path)
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test"):
            yield relative + "::" + node.name
        elif isinstance(node, ast.ClassDef) and (node.name.startswith("Test") or "TestCase" in ast.dump(node)):
            for item in node.body:
                if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)) and item.name.startswith("test"):
                    yield relative + "::" + node.name + "::" + item.name


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


def line_in_program(excinfo):
    lines = [entry.lineno + 1 for entry in excinfo.traceback if str(entry.path) == PROGRAM]
    return lines[-1] if lines else 0


def statement_of(excinfo):
    for entry in reversed(excinfo.traceback):
        if is_test_file(os.path.basename(str(entry.path))):
            return str(entry.statement).strip()
    return ""


class Reporter:
    """Tells the core of each test as pytest ends it."""

    def __init__(self, tell):
        self.tell = tell
        self.compared = ("", "")

    def pytest_assertrepr_compare(self, op, left, right):
        sign = "" if op == "==" else op + " "
        self.compared = (sign + short(repr(right)), short(repr(left)))

    def pytest_runtest_setup(self, item):
        self.compared = ("", "")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        report = yield
        if call.excinfo is not None and report.failed:
            self.failed("test", item.nodeid, call.excinfo, call.duration)
        elif report.when == "call" or report.skipped:
            self.tell("test", item.nodeid, report.outcome, "", "", "", "", "", "0", "%.3f" % (call.duration * 1000))
        return report

    def pytest_exception_interact(self, node, call, report):
        if report.when == "collect" and call.excinfo is not None:
            cause = call.excinfo.value.__cause__
            cause = pytest.ExceptionInfo.from_exception(cause) if cause is not None else call.excinfo
            self.failed("collect", node.nodeid, cause, 0)

    def failed(self, what, name, excinfo, seconds):
        expected, actual = self.compared if excinfo.errisinstance(AssertionError) else ("", "")
        self.tell(what, name, "failed", excinfo.typename, short(str(excinfo.value)), expected, actual,
                  statement_of(excinfo), str(line_in_program(excinfo)), "%.3f" % (seconds * 1000))


def compiles(tell):
    try:
        with open(PROGRAM, "rb") as file:
            compile(file.read(), PROGRAM, "exec", dont_inherit=True)
    except SyntaxError as error:
        tell("syntax", type(error).__name__, str(error.msg), str(error.lineno or 0), str(error.offset or 0))
        return False
    return True


def main(tell):
    if not compiles(tell):
        return
    files, names = listed_tests()
    for name in names:
        tell("listed", name)
    before = fingerprint(files)
    measure = coverage.Coverage(data_file=None, config_file=False, include=[PROGRAM], messages=False) if MEASURES else None
    if measure:
        measure.start()
    pytest.main(["-s", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:faulthandler", "-c", os.devnull,
                 "--rootdir", HERE, *files],
                plugins=[Reporter(tell)])
    if measure:
        measure.stop()
    for name in touched(before, files)[:1]:
        tell("touched", name)
    if measure:
        tell_coverage(measure, tell)


def tell_coverage(measure, tell):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a program of which no line ran
        try:
            _, statements, _, missing, _ = measure.analysis2(PROGRAM)
        except coverage.CoverageException:
            statements, missing = [], []
    tell("coverage", " ".join(str(line) for line in statements if line not in missing), " ".join(map(str, missing)))


tell = record  # noqa: F821
del record, site, program, measures  # noqa: F821
main(tell)
