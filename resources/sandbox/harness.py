# Loaded once by every warm Python server, before it forks. Nothing here knows a task.
#
# The solution's side uses offer, raised, simplify and load_error; the tests' side uses prepare, adopt, revive, rebuild and
# describe. In a shared process ("in-process") both sides are one.

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


# -- solution: what its module holds, and what it raised ---------------------------------------------------------------

def _line_in_solution(error):
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == SOLUTION:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def load_error(error):
    """(exception type, message, line, column) of what compiling or loading the solution raised."""
    if isinstance(error, SyntaxError) and error.filename == SOLUTION and _line_in_solution(error) == 0:
        return (_type_name(error), str(error.msg), str(error.lineno or 0), str(error.offset or 0))
    return (_type_name(error), _message(error), str(_line_in_solution(error)), "0")


def raised(error):
    """What crosses of an exception: type names up to the first built-in one, arguments, message, line."""
    names = []
    for kind in type(error).__mro__:
        names.append(str(kind.__name__))
        if kind.__module__ == "builtins":
            break
    return (names, error.args, _message(error), _line_in_solution(error))


def offer(namespace):
    """What the solution's module holds, for tests that use more than the entry point."""
    offers = []
    for name, value in list(namespace.items()):
        if name.__class__ is not str or name.startswith("__"):
            continue
        kind = type(value)
        if kind is type(_sys):
            offers.append((name, "module", value.__name__))
        elif isinstance(value, type) and issubclass(value, BaseException):
            offers.append((name, "exception", raised(value.__new__(value))[0]))
        elif callable(value):
            home = getattr(value, "__module__", None)
            if home.__class__ is str and home in _sys.modules and home != "solution":
                offers.append((name, "from", home))
            else:
                offers.append((name, "callable", None))
        else:
            offers.append((name, "value", value))
    return offers


# -- tests: standing in for the solution -------------------------------------------------------------------------------

_UNWANTED = {"antigravity", "this", "__main__", "idlelib", "turtle"}


def adopt(offers, stub, entry):
    """The global names of a test, made from what the solution offers. A built-in name is never hidden by an offer."""
    names = {}
    for item in offers:
        name, kind, value = item
        if hasattr(_builtins, name) and name != entry:
            continue
        if kind == "callable" or name == entry:
            names[name] = stub(name)
        elif kind == "value":
            names[name] = value
        elif kind == "exception":
            names[name] = _exception_type(value)
        elif kind in ("module", "from"):
            found = _standard(value, None if kind == "module" else name)
            names[name] = stub(name) if found is None else found
    names["__name__"] = "__test__"
    return names


def _standard(module, name):
    if module.split(".")[0] not in _sys.stdlib_module_names or module.split(".")[0] in _UNWANTED:
        return None
    try:
        __import__(module)
    except ImportError:
        return None
    found = _sys.modules[module]
    return found if name is None else getattr(found, name, None)


_exception_types = {}


def _exception_type(names):
    base = getattr(_builtins, names[-1], None)
    if not (isinstance(base, type) and issubclass(base, BaseException)):
        base = Exception
    for name in reversed(names[:-1]):
        key = (name, base)
        if key not in _exception_types:
            _exception_types[key] = type(name, (base,), {})
        base = _exception_types[key]
    return base


def revive(names, args, message, line):
    """The exception that the solution raised, as one of the tests' side."""
    kind = _exception_type(names)
    try:
        error = kind(*args)
    except Exception:
        error = Exception.__new__(Exception) if not issubclass(kind, Exception) else kind.__new__(kind)
    if _message(error) != message:
        error.args = (message,)
    error.__autodidact_line__ = line
    return error


def _remote_line(error):
    line = getattr(error, "__autodidact_line__", 0)
    return line if line.__class__ is int else 0


# -- values of the standard library that cross beside the plain ones ----------------------------------------------------

_FUNCTIONS = {"abs", "all", "any", "bin", "chr", "divmod", "hash", "hex", "len", "max", "min", "oct", "ord", "pow", "repr",
              "round", "sorted", "sum"}
_ITERATORS = {"generator", "map", "filter", "zip", "enumerate", "reversed", "list_iterator", "tuple_iterator",
              "str_ascii_iterator", "str_iterator", "set_iterator", "dict_keyiterator", "dict_valueiterator",
              "dict_itemiterator", "range_iterator", "list_reverseiterator", "chain", "islice", "accumulate",
              "takewhile", "dropwhile", "permutations", "combinations", "combinations_with_replacement", "product",
              "starmap", "zip_longest", "filterfalse", "groupby", "pairwise", "batched", "compress"}


def _items(iterator):
    items = []
    for item in iterator:
        items.append(item)
        if len(items) > _ITEMS_LIMIT:
            raise ValueError("endless")
    return items


def simplify(value):
    """(name, plain parts) for a value of a known type, else None."""
    kind = type(value)
    name = kind.__name__
    if kind.__module__ == "collections":
        if name == "deque":
            return (name, [list(value), value.maxlen])
        if name in ("Counter", "OrderedDict", "defaultdict"):
            return (name, list(value.items()))
    elif kind is type or kind is type(len):
        known = value.__name__
        if getattr(_builtins, known, None) is value and (kind is type or known in _FUNCTIONS):
            return ("builtin", known)
    elif name in ("dict_keys", "dict_values", "dict_items"):
        return (name, list(value))
    elif name in _ITERATORS:
        return ("iterator", _items(value))
    elif name in ("Decimal", "Fraction"):
        return (name, str(value))
    elif name == "date" or name == "datetime":
        return (name, value.isoformat())
    elif name == "timedelta":
        return (name, [value.days, value.seconds, value.microseconds])
    return None


def rebuild(parts):
    name, value = parts
    if name == "iterator":
        return iter(value)
    if name == "builtin":
        found = getattr(_builtins, value)
        if isinstance(found, type) or value in _FUNCTIONS:
            return found
    if name == "dict_keys":
        return dict.fromkeys(value).keys()
    if name == "dict_items":
        return dict(value).items()
    if name == "dict_values":
        return dict(enumerate(value)).values()
    if name == "deque":
        return _standard("collections", name)(*value)
    if name == "defaultdict":
        return _standard("collections", name)(None, value)
    if name in ("Counter", "OrderedDict"):
        return _standard("collections", name)(dict(value))
    if name == "Decimal":
        return _standard("decimal", name)(value)
    if name == "Fraction":
        return _standard("fractions", name)(value)
    if name in ("date", "datetime"):
        return _standard("datetime", name).fromisoformat(value)
    if name == "timedelta":
        return _standard("datetime", name)(*value)
    raise ValueError(name)
