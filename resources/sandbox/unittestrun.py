# -- unittest: where the test files ask for nothing more, and so without pytest ----------------------------------------------------

VALUES = {"assertTrue": "a true value", "assertFalse": "a false value", "assertIsNone": "None", "assertIsNotNone": "not None"}
SIGNS = {"assertNotEqual": "!= ", "assertIs": "is ", "assertIsNot": "is not ", "assertIn": "in ", "assertNotIn": "not in ",
         "assertGreater": "> ", "assertGreaterEqual": ">= ", "assertLess": "< ", "assertLessEqual": "<= ", "assertAlmostEqual": "about ",
         "assertNotAlmostEqual": "not about ", "assertIsInstance": "an instance of ", "assertNotIsInstance": "no instance of ",
         "assertRegex": "a match of ", "assertNotRegex": "no match of "}


def prepare_unittest(listing, tell):
    """What runs the tests of the listing. Everything is imported by now."""
    import importlib.util
    import time
    import unittest
    import unittest.case
    import unittest.mock

    def repr_of(value):
        try:
            return short(str(repr(value)))
        except Exception as error:
            return "a value whose repr raises " + type(error).__name__

    def frames(error):
        trace = error.__traceback__
        while trace is not None:
            yield trace
            trace = trace.tb_next

    def compared(error):
        """(expected, actual) by the arguments of the assertion that the test called."""
        for trace in frames(error):
            code = trace.tb_frame.f_code
            if code.co_filename != unittest.case.__file__ or not code.co_name.startswith("assert"):
                continue
            names = code.co_varnames[1:code.co_argcount]
            values = [repr_of(trace.tb_frame.f_locals.get(name)) for name in names[:2]]
            if code.co_name in VALUES:
                return VALUES[code.co_name], values[0]
            if len(values) == 2 and (code.co_name in SIGNS or code.co_name.endswith("Equal")):
                return SIGNS.get(code.co_name, "") + values[1], values[0]
            return "", ""
        return "", ""

    def statement(error, path):
        lines = [trace.tb_lineno for trace in frames(error) if trace.tb_frame.f_code.co_filename == path]
        if not lines:
            return ""
        with open(path, encoding="utf-8") as file:
            text = file.read()
        nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt) and node.lineno <= lines[-1] <= node.end_lineno]
        chosen = max(nodes, key=lambda node: (node.lineno, -node.end_lineno), default=None)
        return short(ast.get_source_segment(text, chosen) or "") if chosen else ""

    def report(what, name, error, path, ms):
        failed = isinstance(error, AssertionError)
        lines = [trace.tb_lineno for trace in frames(error) if trace.tb_frame.f_code.co_filename == PROGRAM]
        tell(what, name, "failed", "AssertionError" if failed else type(error).__name__, short(str(error)),
             *(compared(error) if failed else ("", "")), statement(error, path), str(lines[-1] if lines else 0), "%.3f" % ms)

    class Outcome(unittest.TestResult):
        """Tells of each test of one file as it ends."""

        def __init__(self, path):
            super().__init__()
            self.path, self.relative = path, os.path.relpath(path, HERE)
            self.told = set()
            self.holder = None  # why a class, or the whole file, was not begun
            self.began = 0.0

        def startTest(self, test):
            super().startTest(test)
            self.began = time.process_time()

        def name_of(self, test):
            return f"{self.relative}::{type(test).__name__}::{test._testMethodName}"

        def end(self, test, outcome):
            if self.name_of(test) not in self.told:
                self.told.add(self.name_of(test))
                tell("test", self.name_of(test), outcome, "", "", "", "", "", "0", "%.3f" % self.used())

        def used(self):
            return (time.process_time() - self.began) * 1000

        def failed(self, test, error):
            if not isinstance(test, unittest.TestCase):
                self.holder = error
                return
            self.told.add(self.name_of(test))
            report("test", self.name_of(test), error, self.path, self.used())

        def addSuccess(self, test):
            self.end(test, "passed")

        def addExpectedFailure(self, test, error):
            self.end(test, "passed")

        def addUnexpectedSuccess(self, test):
            self.failed(test, AssertionError("the test was expected to fail"))

        def addSkip(self, test, reason):
            if isinstance(test, unittest.TestCase):
                self.end(test, "skipped")
            else:
                self.holder = unittest.SkipTest(reason)

        def addError(self, test, error):
            self.failed(test, error[1])

        def addFailure(self, test, error):
            self.failed(test, error[1])

        def addSubTest(self, test, subtest, error):
            if error is not None:
                self.failed(test, error[1])

    def load(path, number):
        sys.path.insert(0, os.path.dirname(path))
        name = os.path.basename(path)[:-3]
        spec = importlib.util.spec_from_file_location(f"{name}_{number}" if name in sys.modules else name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module

    def play():
        for number, path in enumerate(listing.files):
            outcome = Outcome(path)
            try:
                module = load(path, number)
            except BaseException as error:
                report("collect", outcome.relative, error, path, 0)
                continue
            unittest.defaultTestLoader.loadTestsFromModule(module).run(outcome)
            mine = [name for name in listing.names if name.startswith(outcome.relative + "::") and name not in outcome.told]
            for name in mine if outcome.holder is not None else []:
                report("test", name, outcome.holder, path, 0)

    tell("framework", "unittest")
    return play
