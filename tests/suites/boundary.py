"""Runs a solution against tests the way the sandbox does: values cross a boundary by copy.

The sandbox keeps solution and tests in two processes, so arguments and results must be exact plain
values, and lists, dicts and sets that the solution changed are copied back. Here both sides share
one process (this is a check of our own data, not a defence), but a value that could not cross
fails here too.
"""

import signal

ATOMS = (type(None), bool, int, float, str, bytes, complex)


class TimeUp(BaseException):
    """Not an Exception, so that no `except Exception` of a solution swallows it."""


def crossed(value):
    """A deep copy of `value`, or TypeError where a part of it is not an exact plain value."""
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind in (list, tuple, set, frozenset):
        return kind(crossed(part) for part in value)
    if kind is dict:
        return {crossed(key): crossed(part) for key, part in value.items()}
    raise TypeError(f"a value of type {kind.__name__} cannot cross")


def copy_back(original, copy):
    if type(original) is list:
        original[:] = crossed(copy)
    elif type(original) in (dict, set):
        original.clear()
        original.update(crossed(copy))


def bridged(function):
    """`function` as the test side sees it."""

    def call(*args, **kwargs):
        far_args, far_kwargs = crossed(args), crossed(kwargs)
        try:
            return crossed(function(*far_args, **far_kwargs))
        finally:
            for near, far in zip(args, far_args):
                copy_back(near, far)
            for key, near in kwargs.items():
                copy_back(near, far_kwargs[key])

    return call


def failure(solution, entry_point, test_code, seconds):
    """None where the test is green, else a one-line reason. Takes at most `seconds`, wall time."""

    def ring(_signal, _frame):
        raise TimeUp

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        module = {"__name__": "solution"}
        exec(compile(solution, "solution.py", "exec"), module)
        exec(compile(test_code, "test.py", "exec"), {entry_point: bridged(module[entry_point])})
        return None
    except TimeUp:
        return f"no answer within {seconds} s"
    except Exception as error:
        return f"{type(error).__name__}: {error}".splitlines()[0]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def failures(solution, entry_point, tests, seconds):
    """Pairs (test name, reason) of the red tests, in order; lazily, so a caller may stop at one."""
    for test in tests:
        reason = failure(solution, entry_point, test["code"], seconds)
        if reason is not None:
            yield test["name"], reason
