"""bench_projects.py CLI [REPEATS [FRAMEWORK...]]: checking tasks with test files through pytest, jest, Maven and cargo with two
workers, against the same tools run by hand in a folder per task, with default flags. Whole commands, start-up included, in
turn and in one run; medians.
"""
import concurrent.futures
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

WORKERS = 2
TASKS = 8

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>hand</groupId><artifactId>hand</artifactId><version>1</version>
<properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
<dependencies><dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter-engine</artifactId><version>5.10.2</version>
<scope>test</scope></dependency></dependencies></project>
"""
JAVA_TEST = """import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;

class SolutionTest {
    @Test void small() { assertEquals(NUMBER + 1, Solution.add(1)); }
    @Test void large() { assertEquals(NUMBER + 1000, Solution.add(1000)); }
    @Test void negative() { assertEquals(NUMBER - 5, Solution.add(-5)); }
}
"""
RUST = "pub fn add(n: i64) -> i64 {\n    n + NUMBER\n}\n"
RUST_TEST = """use attempt::add;

#[test]
fn small() {
    assert_eq!(add(1), NUMBER + 1);
}

#[test]
fn large() {
    assert_eq!(add(1000), NUMBER + 1000);
}

#[test]
fn negative() {
    assert_eq!(add(-5), NUMBER - 5);
}
"""

# language, where the program lies, program, test file, test, other files by hand, command by hand
FRAMEWORKS = {
    "pytest": ("python", "solution.py", "def add(n):\n    return n + NUMBER\n", "test_solution.py",
               "from solution import add\n\n\ndef test_small():\n    assert add(1) == NUMBER + 1\n\n\ndef test_large():\n"
               "    assert add(1000) == NUMBER + 1000\n\n\ndef test_negative():\n    assert add(-5) == NUMBER - 5\n",
               {}, ["python3", "-m", "pytest"]),
    "jest": ("javascript", "solution.js", "module.exports = { add: n => n + NUMBER };\n", "solution.test.js",
             "const { add } = require('./solution');\ntest('small', () => expect(add(1)).toBe(NUMBER + 1));\n"
             "test('large', () => expect(add(1000)).toBe(NUMBER + 1000));\ntest('negative', () => expect(add(-5)).toBe(NUMBER - 5));\n",
             {"package.json": "{}\n"}, ["jest"]),
    "maven": ("java", "src/main/java/Solution.java", "class Solution {\n    static long add(long n) {\n        return n + NUMBER;\n    }\n}\n",
              "src/test/java/SolutionTest.java", JAVA_TEST, {"pom.xml": POM},
              ["mvn", "-o", "-Dmaven.repo.local=/usr/share/maven-repo", "test"]),
    "cargo": ("rust", "src/lib.rs", RUST, "tests/add.rs", RUST_TEST,
              {"Cargo.toml": '[package]\nname = "attempt"\nversion = "0.1.0"\nedition = "2021"\n'}, ["cargo", "test", "--offline"]),
}


def numbered(text, number):
    return text.replace("NUMBER", str(number))


def write_by_hand(framework, root):
    _, program_file, program, test_file, test, others, _ = FRAMEWORKS[framework]
    folders = []
    for number in range(TASKS):
        folder = pathlib.Path(root, str(number))
        for name, text in {program_file: program, test_file: test, **others}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(numbered(text, number))
        folders.append(folder)
    return folders


def by_hand(framework):
    with tempfile.TemporaryDirectory() as root:
        folders = write_by_hand(framework, root)
        command = FRAMEWORKS[framework][-1]
        begin = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            codes = list(pool.map(lambda folder: subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                                                                check=False).returncode, folders))
        return time.monotonic() - begin, codes.count(0)


def suite(framework):
    language, _, program, test_file, test, _, _ = FRAMEWORKS[framework]
    yield {"autodidact_suite": 1, "name": "bench", "version": "1", "title": "Bench", "description": "", "licence": "GPL-3.0-or-later",
           "released": "2026-11-22"}
    for number in range(TASKS):
        yield {"id": f"bench/{number}", "title": "Add", "language": language, "statement": "Add a number.", "entry_point": "add",
               "starter": numbered(program, number + 1), "test_files": [{"path": test_file, "content": numbered(test, number), "visible": False}],
               "visible_tests": [], "hidden_tests": [], "references": [numbered(program, number)], "group": f"bench{number}",
               "families": [], "tags": [], "difficulty": 1, "limits": {"cpu_s": 10}}


def checked(cli, database):
    begin = time.monotonic()
    command = [cli, "check", "bench", "--solutions", "reference", "--jobs", str(WORKERS), "--json", "--quiet", "--db", database]
    answer = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    return time.monotonic() - begin, json.loads(answer.stdout)["passed"]


def main():
    cli = sys.argv[1]
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    print(f"{TASKS} tasks\n{'':8}{'by hand s':>10}{'check s':>10}{'times':>8}{'hand ok':>10}{'check ok':>10}")
    for framework in sys.argv[3:] or FRAMEWORKS:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "bench.jsonl")
            file.write_text("".join(json.dumps(record) + "\n" for record in suite(framework)))
            database = os.path.join(folder, "bench.sqlite")
            subprocess.run([cli, "suite", "import", "jsonl", str(file), "--quiet", "--db", database], check=True, stdout=subprocess.DEVNULL)
            hand, own = [], []
            for _ in range(repeats):
                hand.append(by_hand(framework))
                own.append(checked(cli, database))
        slow, fast = (statistics.median(seconds for seconds, _ in all_) for all_ in (hand, own))
        print(f"{framework:8}{slow:10.2f}{fast:10.2f}{slow / fast:8.2f}{hand[-1][1]:10}{own[-1][1]:10}", flush=True)


if __name__ == "__main__":
    main()
