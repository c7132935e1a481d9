"""The two baselines of bench_sandbox: programs are files in a folder, given as the last argument.

  cold WORKERS FOLDER   one fresh `python3 -I` per program
  fork WORKERS FOLDER   a fork of a warm interpreter per program, without any isolation

Prints the wall seconds, the interpreters' start included, and the number of programs that ended well.
"""
import os
import subprocess
import sys
import time


def share(files, worker, workers):
    return files[worker::workers]


def cold(files):
    return sum(subprocess.run([sys.executable, "-I", file], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0 for file in files)


def warm_worker(files):
    import typing, re, collections, math, functools, itertools, heapq, bisect, string, copy, operator  # noqa: F401, E401
    import gc
    gc.freeze()
    good = 0
    for file in files:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                with open(file, encoding="utf-8") as text:
                    exec(compile(text.read(), file, "exec"), {"__name__": "__main__"})
                code = 0
            finally:
                os._exit(code)
        good += os.waitpid(pid, 0)[1] == 0
    return good


def main():
    kind, workers, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    begin = time.perf_counter()
    pipes = []
    for worker in range(workers):
        part = share(files, worker, workers)
        if kind == "fork":
            pipes.append(subprocess.Popen([sys.executable, "-I", "-S", __file__, "worker", str(workers), folder, str(worker)],
                                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL))
        else:
            read, write = os.pipe()
            if os.fork() == 0:
                os.write(write, b"%d" % cold(part))
                os._exit(0)
            os.close(write)
            pipes.append(os.fdopen(read, "rb"))
    good = sum(int(pipe.stdout.read() if kind == "fork" else pipe.read()) for pipe in pipes)
    print(time.perf_counter() - begin, good)


if __name__ == "__main__":
    if sys.argv[1] == "worker":
        names = sorted(os.path.join(sys.argv[3], name) for name in os.listdir(sys.argv[3]))
        print(warm_worker(share(names, int(sys.argv[4]), int(sys.argv[2]))))
    else:
        main()
