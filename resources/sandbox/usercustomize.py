# Read by every Python of a repository's commands at its start: has unittest, and what is built on it, tell of each test in
# the file that AUTODIDACT_REPORT names, one JSON object a line.

import importlib.machinery
import os
import sys


class Watcher:
    """Finds unittest.result as Python would, and adds to it once it is loaded."""

    def find_spec(self, name, path=None, target=None):
        if name != "unittest.result":
            return None
        sys.meta_path.remove(self)
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def load_and_watch(module):
                load(module)
                watch(module.TestResult)

            spec.loader.exec_module = load_and_watch
        return spec


def watch(result):
    file = os.environ["AUTODIDACT_REPORT"] + ".unittest"

    def tell(test, status, error=None):
        import json
        import traceback

        entry = {"id": test.id(), "status": status, "description": test.shortDescription() or ""}
        if isinstance(error, tuple):
            entry["type"] = error[0].__name__
            entry["message"] = str(error[1])[:2000]
            entry["trace"] = "".join(traceback.format_exception(*error))[-2000:]
        with open(file, "a", encoding="utf-8", errors="replace") as report:
            report.write(json.dumps(entry) + "\n")

    def told(name, status):
        original = getattr(result, name)

        def method(self, test, *rest):
            tell(test, status, rest[0] if rest else None)
            return original(self, test, *rest)

        setattr(result, name, method)

    for name, status in (("addSuccess", "passed"), ("addFailure", "failed"), ("addError", "errored"), ("addSkip", "skipped"),
                         ("addExpectedFailure", "passed"), ("addUnexpectedSuccess", "failed")):
        told(name, status)
    original = result.addSubTest

    def add_sub_test(self, test, subtest, error):
        if error is not None:
            tell(test, "failed" if issubclass(error[0], test.failureException) else "errored", error)
        return original(self, test, subtest, error)

    result.addSubTest = add_sub_test


if os.environ.get("AUTODIDACT_REPORT"):
    sys.meta_path.insert(0, Watcher())
