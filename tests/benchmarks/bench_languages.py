"""bench_languages.py CLI DATA [REPEATS [LANGUAGE...]]: checking the references of HumanEval-X with two workers, against the
naive way: one cold process (or compiler and process) per task with default flags. Whole commands, start-up included, in turn
and in one run; medians. CLI is autodidact-cli, DATA the folder that holds humaneval-x. What is made once a machine and kept
(Java's own virtual machine, Rust's library, Node's snapshot) is there before the first measurement.
"""
import concurrent.futures
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
WORKERS = 2


def records(data, language):
    path = os.path.join(data, "humaneval-x", language, "data", f"humaneval_{language}.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return path, [json.loads(line) for line in file]


def text_of(language, record):
    prompt, solution, test = record["prompt"], record["canonical_solution"], record["test"]
    if language == "rust":
        known = re.sub(r"(?m)^use (rand|regex|md5)\b.*$|, ascii::AsciiExt", "", record["declaration"])
        return "fn main() {}\n" + known + solution + test
    return prompt + solution + "\n" + test


def run(command, folder):
    return subprocess.run(command, cwd=folder, **QUIET).returncode == 0


def naive(language, folder):
    if language == "js":
        return run(["node", "main.js"], folder)
    if language == "python":
        return run(["python3", "main.py"], folder)
    if language == "java":
        return run(["javac", "Main.java"], folder) and run(["java", "-cp", ".", "Main"], folder)
    return run(["rustc", "--test", "main.rs", "-o", "main"], folder) and run(["./main"], folder)


def write_programs(language, tasks, root):
    folders = []
    for number, record in enumerate(tasks):
        folder = os.path.join(root, str(number))
        os.mkdir(folder)
        name = {"js": "main.js", "java": "Main.java", "rust": "main.rs", "python": "main.py"}[language]
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text_of(language, record))
        folders.append(folder)
    return folders


def measure_naive(language, tasks):
    with tempfile.TemporaryDirectory() as root:
        folders = write_programs(language, tasks, root)
        begin = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            passed = sum(pool.map(lambda folder: naive(language, folder), folders))
        return time.monotonic() - begin, passed


def measure_check(cli, database, suite):
    begin = time.monotonic()
    command = [cli, "check", suite, "--solutions", "reference", "--jobs", str(WORKERS), "--json", "--quiet", "--db", database]
    answer = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    return time.monotonic() - begin, json.loads(answer.stdout)["passed"]


def main():
    cli, data = sys.argv[1:3]
    repeats = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    languages = sys.argv[4:] or ["js", "java", "rust"]
    print(f"{'':8}{'naive s':>10}{'check s':>10}{'tasks/s':>10}{'times':>8}{'naive ok':>10}{'check ok':>10}")
    for language in languages:
        path, tasks = records(data, language)
        with tempfile.TemporaryDirectory() as folder:
            database = os.path.join(folder, "bench.sqlite")
            subprocess.run([cli, "suite", "import", "humaneval-x", path, "--name", "bench", "--quiet", "--db", database],
                           check=True, stdout=subprocess.DEVNULL)
            measure_check(cli, database, "bench")
            cold, own = [], []
            for _ in range(repeats):
                cold.append(measure_naive(language, tasks))
                own.append(measure_check(cli, database, "bench"))
        slow, fast = (statistics.median(seconds for seconds, _ in all_) for all_ in (cold, own))
        print(f"{language:8}{slow:10.2f}{fast:10.2f}{len(tasks) / fast:10.1f}{slow / fast:8.1f}{cold[-1][1]:10}{own[-1][1]:10}", flush=True)


if __name__ == "__main__":
    main()
