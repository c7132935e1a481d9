# -- pytest: where the test files ask for it ------------------------------------------------------------------------------------------


def prepare_pytest(listing, tell):
    """What runs the tests of the listing. Everything is imported by now."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    import pytest

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

        def __init__(self):
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
                tell("test", item.nodeid, report.outcome, "", "", "", "", "", "0", "%.3f" % (call.duration * 1000))
            return report

        def pytest_exception_interact(self, node, call, report):
            if report.when == "collect" and call.excinfo is not None:
                cause = call.excinfo.value.__cause__
                cause = pytest.ExceptionInfo.from_exception(cause) if cause is not None else call.excinfo
                self.failed("collect", node.nodeid, cause, 0)

        def failed(self, what, name, excinfo, seconds):
            expected, actual = self.compared if excinfo.errisinstance(AssertionError) else ("", "")
            tell(what, name, "failed", excinfo.typename, short(str(excinfo.value)), expected, actual,
                 statement_of(excinfo), str(line_in_program(excinfo)), "%.3f" % (seconds * 1000))

    def play():
        pytest.main(["-s", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:faulthandler", "-c", os.devnull,
                     "--rootdir", HERE, *listing.files],
                    plugins=[Reporter()])

    return play


tell = record  # noqa: F821
del record, site, program, measures  # noqa: F821
begin(tell)
