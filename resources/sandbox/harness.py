# Loaded once by every warm Python server, before it forks, together with crossing.py. Nothing here knows a task.
#
# This part is for the tests' side: what a failed assertion compared, and what a test raised.

import builtins as _builtins
import sys as _sys
from _ast import (
    Assert as _Assert, Call as _Call, Compare as _Compare, Constant as _Constant, Load as _Load, Name as _Name,
    NamedExpr as _NamedExpr, Not as _Not, Store as _Store, UnaryOp as _UnaryOp,
)

SOLUTION = "solution.py"
_LEFT, _RIGHT, _HONEST = "_autodidact_left", "_autodidact_right", "_autodidact_honest"
_TEXT_LIMIT = 2000
_ITEMS_LIMIT = 100_000
_ONLY_AST = 0x400


class SolutionDied(BaseException):
    """The solution's process ended; not an Exception, so that tests do not swallow it."""


class CannotCross(BaseException):
    """An argument of a test is no plain value: a fault of the test, not of the solution."""


class Tampering(AssertionError):
    """A result that claims to equal everything."""


# -- both sides: chance that repeats -----------------------------------------------------------------------------------

class _Seeding:
    """Seeds the module random when a program imports it: a draw, like the order of a set, repeats from run to run."""

    def find_spec(self, name, path=None, target=None):
        if name != "random":
            return None
        _sys.meta_path.remove(self)
        for finder in _sys.meta_path:
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                break
        else:
            return None
        load = spec.loader.exec_module

        def load_and_seed(module):
            load(module)
            module.seed(0)

        spec.loader.exec_module = load_and_seed
        return spec


_sys.meta_path.insert(0, _Seeding())


# -- tests: what a failed assertion compared ---------------------------------------------------------------------------

def _watch(node, shared):
    """Wraps both sides of a comparison into assignments, so that a failure can say what they were."""
    test = node.test
    if isinstance(test, _UnaryOp) and isinstance(test.op, _Not):
        test.operand = _named(_LEFT, test.operand, shared)
    elif isinstance(test, _Compare):
        test.left = _named(_LEFT, test.left, shared)
        if len(test.comparators) == 1:
            test.comparators[0] = _named(_RIGHT, test.comparators[0], shared)
    elif isinstance(test, _Call):
        node.test = _named(_LEFT, test, shared)


def _named(name, value, shared):
    place = {"lineno": value.lineno, "col_offset": value.col_offset,
             "end_lineno": value.end_lineno, "end_col_offset": value.end_col_offset}
    named = _NamedExpr(_Name(name, _Store(), **place), value, **place)
    if shared and value.__class__ is not _Constant:
        return _Call(_Name(_HONEST, _Load(), **place), [named], [], **place)
    return named


def _asserts(body):
    for node in body:
        if isinstance(node, _Assert):
            yield node
        else:
            for field in ("body", "orelse", "finalbody"):
                inner = getattr(node, field, None)
                if inner.__class__ is list:
                    yield from _asserts(inner)
            for handler in getattr(node, "handlers", ()):
                yield from _asserts(handler.body)


def prepare(source, filename, shared):
    """Code of a test whose assertions remember what they compared; shared: the solution lives in the same process."""
    tree = compile(source, filename, "exec", _ONLY_AST, True)
    for node in _asserts(tree.body):
        _watch(node, shared)
    return compile(tree, filename, "exec", 0, True)


_SINGLE = frozenset((int, str, float, bool, bytes, complex, type(None), type(_sys), type(prepare), type(len)))
_MANY = frozenset((list, tuple, set, frozenset, dict))
_PROBES = (object(), 7919 ** 9, "a text that no test holds", 3.0625, ("a", "tuple"), ["a", "list"], {"a": "dict"})


def honest(value, depth=0, type=type, single=_SINGLE, many=_MANY, probes=_PROBES, tampering=Tampering):
    """value, unless it, or something in it, equals whatever it is compared with. What it needs is bound before the
    solution runs, which may replace any built-in function."""
    kind = type(value)
    if kind in single:
        return value
    if kind in many:
        if depth < 3:
            for item in value:
                honest(item, depth + 1)
            if kind is dict:
                for item in value.values():
                    honest(item, depth + 1)
        return value
    if kind.__eq__ is object.__eq__:
        return value
    equal = 0
    for probe in probes:
        try:
            if value == probe:
                equal += 1
        except Exception:
            pass
    if equal > 1:
        raise tampering("the result equals everything")
    return value


def _short(value):
    try:
        text = repr(value)
        if text.__class__ is not str:
            text = "a value without a text"
    except BaseException as error:
        text = "a value whose repr raises " + type(error).__name__
    return text if len(text) <= _TEXT_LIMIT else text[:_TEXT_LIMIT] + "..."


def _assertion_at(source, line):
    try:
        tree = compile(source, "test", "exec", _ONLY_AST, True)
    except Exception:
        return None
    for node in _asserts(tree.body):
        if node.lineno <= line <= node.end_lineno:
            return node
    return None


def _statement(source, node, line):
    lines = source.splitlines()
    if node is None:
        return lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return "\n".join(lines[node.lineno - 1:node.end_lineno]).strip()[:_TEXT_LIMIT]


_SYMBOLS = {"NotEq": "!= ", "Lt": "< ", "LtE": "<= ", "Gt": "> ", "GtE": ">= ", "Is": "is ", "IsNot": "is not ",
            "In": "in ", "NotIn": "not in "}


def _compared(node, names, entry):
    """(expected, actual) of a failed assertion, as texts."""
    if node is None or _LEFT not in names:
        return "", ""
    test = node.test
    left = _short(names[_LEFT])
    if isinstance(test, _UnaryOp):
        return "a false value", left
    if isinstance(test, _Call):
        return "a true value", left
    if not isinstance(test, _Compare) or len(test.comparators) != 1 or _RIGHT not in names:
        return "", left
    right = _short(names[_RIGHT])
    symbol = _SYMBOLS.get(type(test.ops[0]).__name__, "")
    if not symbol and not _calls(test.left, entry) and _calls(test.comparators[0], entry):
        left, right = right, left
    return symbol + right, left


def _calls(node, entry):
    if node.__class__ is _Call:
        return getattr(node.func, "id", "") in (entry, "candidate") or any(_calls(arg, entry) for arg in node.args)
    return any(_calls(child, entry) for field in getattr(node, "_fields", ())
               for child in _children(getattr(node, field, None)))


def _children(value):
    return value if value.__class__ is list else (value,) if hasattr(value, "_fields") else ()


def describe(error, source, filename, entry):
    """(exception type, message, expected, actual, failing statement, line in the solution) of what a test raised."""
    expected = actual = statement = ""
    test_line = solution_line = 0
    names = {}
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file == filename:
            test_line, names = trace.tb_lineno, trace.tb_frame.f_locals
        elif file == SOLUTION:
            solution_line = trace.tb_lineno
        trace = trace.tb_next
    solution_line = _remote_line(error) or solution_line
    node = _assertion_at(source, test_line) if test_line else None
    statement = _statement(source, node, test_line)
    if isinstance(error, AssertionError) and not solution_line:
        expected, actual = _compared(node, names, entry)
    return (_type_name(error), _message(error), expected, actual, statement, str(solution_line))


def _type_name(error):
    name = getattr(type(error), "__name__", "")
    return name if name.__class__ is str else "Exception"


def _message(error):
    try:
        text = str(error)
        text = text if text.__class__ is str else ""
    except BaseException:
        text = ""
    return text[:_TEXT_LIMIT]
