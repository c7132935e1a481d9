# Loaded once by every warm Python server, before it forks, after harness.py and into the same names.
#
# This part is about what crosses between the solution's process and the tests': offer, raised, simplify and load_error run
# beside the solution; adopt, revive and rebuild beside the tests.

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
