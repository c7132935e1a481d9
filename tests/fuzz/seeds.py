#!/usr/bin/env python3
"""seeds.py FOLDER: writes the samples of the tests as first inputs of the fuzz targets, with the byte in front that chooses."""

import hashlib
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
REPORTS = ["tap", "junit", "jest", "libtest"]
COVERAGE = [  # in the order of fuzz_reports.cpp
    "SF:/work/solution.py\nDA:1,1\nDA:2,1\nDA:3,0\nend_of_record\n",
    json.dumps({"/work/solution.py": {"path": "/work/solution.py", "s": {"0": 1, "1": 0}, "statementMap": {
        "0": {"start": {"line": 1, "column": 0}, "end": {"line": 1, "column": 9}},
        "1": {"start": {"line": 3, "column": 8}, "end": {"line": 3, "column": 20}}}}}),
    json.dumps({"result": [{"url": "file:///work/solution.py", "functions": [
        {"functionName": "", "ranges": [{"startOffset": 0, "endOffset": 60, "count": 1}, {"startOffset": 30, "endOffset": 50, "count": 0}]}]}]}),
]
PYTHON = "def double(x):\n"
CHECK = "def check(candidate):\n    assert candidate(2) == 4\n\n"
# One record of each published form, in the order of fuzz_suites.cpp; the form of our own comes from a bundled suite.
RECORDS = [
    {"task_id": "Set/0", "prompt": PYTHON, "canonical_solution": "    return 2 * x\n", "test": CHECK, "entry_point": "double"},
    {"task_id": "Python/0", "prompt": PYTHON, "declaration": PYTHON, "canonical_solution": "    return 2 * x\n",
     "test": CHECK + "check(double)\n", "example_test": CHECK},
    {"task_id": 11, "text": "Write a function that doubles.", "code": PYTHON + "    return 2 * x", "test_setup_code": "",
     "test_list": ["assert double(2) == 4"], "challenge_test_list": ["assert double(-1) == -2"]},
    {"name": "Set_0_double", "language": "js", "prompt": "function double(x){\n", "stop_tokens": ["\nfunction "],
     "tests": "const assert = require('node:assert');\nassert.deepEqual(double(2), 4);\n"},
    {"problem_id": 1, "question": "Double the number.", "solutions": "[\"print(2 * int(input()))\"]", "starter_code": "",
     "input_output": "{\"inputs\": [\"2\\n\"], \"outputs\": [\"4\\n\"]}", "difficulty": "introductory"},
    {"name": "1_A. Double", "description": "Double the number.", "public_tests": {"input": ["2\n"], "output": ["4\n"]},
     "private_tests": {"input": ["3\n"], "output": ["6\n"]}, "generated_tests": {"input": [], "output": []},
     "solutions": {"language": [3], "solution": ["print(2 * int(input()))"]}, "time_limit": {"seconds": 2, "nanos": 0}},
    {"task_id": "double", "question_id": 1, "difficulty": "Easy", "starter_code": "class Solution:\n    def double(self, x: int) -> int:\n",
     "completion": "class Solution:\n    def double(self, x):\n        return 2 * x\n", "entry_point": "Solution().double",
     "test": CHECK.replace("candidate(2)", "candidate(x = 2)"), "prompt": "import math\n", "problem_description": "Double it."},
    {"instance_id": "own__project-1", "repo": "own/project", "base_commit": "0" * 40, "problem_statement": "It is not doubled.",
     "patch": "diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x\n+2 * x\n", "version": "1.0",
     "test_patch": "", "FAIL_TO_PASS": "[\"test_a.py::test_double\"]", "PASS_TO_PASS": []},
    {"number": 7, "title": "It is not doubled", "body": "```\ndouble(2)\n```", "html_url": "https://github.com/own/project/issues/7"},
]


def write(folder: pathlib.Path, choice: int, text: str) -> None:
    data = bytes([choice]) + text.encode()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def raw_texts(path: pathlib.Path) -> list[str]:
    return re.findall(r'R"\w*\((.*?)\)\w*"', path.read_text(), re.DOTALL)


def main(folder: pathlib.Path) -> None:
    for choice, text in enumerate(raw_texts(ROOT / "tests/runners/reportsamples.h")[: len(REPORTS)]):
        write(folder / "fuzz_reports", choice, text)
    for choice, text in enumerate(COVERAGE, start=len(REPORTS)):
        write(folder / "fuzz_reports", choice, text)
    for choice, record in enumerate(RECORDS, start=1):
        write(folder / "fuzz_suites", choice, json.dumps(record) + "\n")
        write(folder / "fuzz_suites", choice, json.dumps([record, record]))
    with open(ROOT / "resources/suites/starter-python.jsonl") as suite:
        write(folder / "fuzz_suites", 0, "".join(suite.readlines()[:3]))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
