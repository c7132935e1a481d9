"""The two baselines of bench_sandbox: programs are files in a folder, given as the last argument.

  cold WORKERS FOLDER   one fresh `python3 -I` per program
  fork WORKERS FOLDER   a fork of a warm interpreter per program, without any isolation

Every worker takes the next program from one pipe, so that a long program holds up one worker only.
Prints the number of programs that ended well.
"""
import os
import subprocess
import sys


def programs(queue, folder):
    """The files of this worker: one byte of the pipe is the number of a program."""
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    while byte := os.read(queue, 1):
        yield files[byte[0]]


def cold(file):
    return subprocess.run([sys.executable, "-I", file], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0


def warm(file):
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            with open(file, encoding="utf-8") as text:
                exec(compile(text.read(), file, "exec"), {"__name__": "__main__"})
            code = 0
        finally:
            os._exit(code)
    return os.waitpid(pid, 0)[1] == 0


def main():
    kind, workers, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if kind == "fork":
        import typing, re, collections, math, functools, itertools, heapq, bisect, string, copy, operator  # noqa: F401, E401
        import gc
        gc.disable()
        gc.freeze()
    run = warm if kind == "fork" else cold
    queue, fill = os.pipe()
    os.write(fill, bytes(range(len(os.listdir(folder)))))
    os.close(fill)
    results, report = os.pipe()
    for _ in range(workers):
        if os.fork() == 0:
            os.write(report, bytes([sum(run(file) for file in programs(queue, folder))]))
            os._exit(0)
    os.close(report)
    good = 0
    while counts := os.read(results, workers):
        good += sum(counts)
    print(good)


if __name__ == "__main__":
    main()
