"""Python for the suite checker: see programs.py."""

import ast
import doctest

from boundary import failures
from programs import Outcome

LANGUAGE = "python"
NAME = "Python"
ISOLATION = "split"
COMPILED = False
TOOLS = ()


def shape(code):
    """The syntax tree as text, blind to names and docstrings: one idea spelt twice is equal."""
    tree = ast.parse(code)
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.name = "function"
            if ast.get_docstring(node) is not None:
                node.body = node.body[1:]
        elif isinstance(node, ast.Name):
            node.id = names.setdefault(node.id, f"n{len(names)}")
        elif isinstance(node, ast.arg):
            node.arg = names.setdefault(node.arg, f"n{len(names)}")
    return ast.dump(tree)


def literal_calls(code, entry_point):
    return {
        ast.unparse(node)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", None) == entry_point
        and not has_variable(node)
    }


def has_variable(call):
    # A call with a variable is the same text whatever the variable holds: only literal calls leak.
    return any(
        isinstance(node, ast.Name)
        for argument in [*call.args, *call.keywords]
        for node in ast.walk(argument)
    )


def examples(statement, entry_point):
    pairs = []
    for example in doctest.DocTestParser().get_examples(statement):
        source, want = example.source.strip(), example.want.strip()
        pairs.append((source, f"got = repr({source})\nassert got == {want!r}, got"))
    return pairs


def outcome(job):
    try:
        ast.parse(job.program)
    except SyntaxError as error:
        return Outcome(broken=f"SyntaxError: {error}")
    red = failures(job.program, job.entry_point, job.tests, job.seconds)
    if job.first_red:
        first = next(red, None)
        return Outcome(red=[first] if first else [])
    return Outcome(red=list(red))


def run(jobs):
    return [outcome(job) for job in jobs]
