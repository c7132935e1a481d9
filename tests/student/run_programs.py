"""Reads JSON lines {"code", "tests"} and prints 1 for each program that passes its tests, else 0."""
import json
import os
import resource
import signal
import sys


def passes(code, tests):
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
        signal.alarm(3)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        try:
            program = {"__name__": "program"}
            exec(compile(code, "program", "exec"), program)
            for test in tests:
                exec(compile(test, "test", "exec"), dict(program))
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


for line in sys.stdin:
    request = json.loads(line)
    print(int(passes(request["code"], request["tests"])))
