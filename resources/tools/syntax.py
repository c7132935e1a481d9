"""Says where a program in Python does not parse, as one object of JSON; nothing where it does. The program is not run."""

import json
import sys
import warnings

warnings.simplefilter("ignore")  # they are the linter's business
with open(sys.argv[1], encoding="utf-8", errors="replace", newline="") as file:
    source = file.read()
try:
    compile(source, "program.py", "exec", dont_inherit=True)
except SyntaxError as error:
    found = {"line": error.lineno or 0, "column": error.offset or 0, "code": type(error).__name__, "message": error.msg}
    print(json.dumps(found))
except (ValueError, RecursionError, MemoryError) as error:
    # Zero bytes; a nesting deeper than the parser or the compiler goes.
    print(json.dumps({"line": 0, "column": 0, "code": type(error).__name__, "message": str(error) or "too deeply nested"}))
