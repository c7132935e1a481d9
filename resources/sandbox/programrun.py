# Runs a program that reads standard input and writes standard output, and says by its exit code how it failed:
# 87 no memory, 88 a module that is not there, 89 no program at all. python3 -I programrun.py PROGRAM

import os
import sys

MEMORY, IMPORT, SYNTAX = 87, 88, 89


def compiled(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        return compile(source, "program.py", "exec", 0, True)
    except (SyntaxError, ValueError) as error:
        place = f"{getattr(error, 'lineno', 0) or 0} {getattr(error, 'offset', 0) or 0}"
        sys.stderr.write(f"\nsyntax {place} {getattr(error, 'msg', error)}\n")
        sys.stderr.flush()
        os._exit(SYNTAX)


def finish(code):
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        pass
    os._exit(code)


def main(path):
    code = compiled(path)
    sys.argv = ["program.py"]
    sys.setrecursionlimit(20000)
    names = {"__name__": "__main__", "__file__": "program.py", "__builtins__": __builtins__}
    try:
        exec(code, names)
    except MemoryError:
        finish(MEMORY)
    except ImportError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        finish(IMPORT)
    except SystemExit:
        raise
    finish(0)


main(sys.argv[1])
