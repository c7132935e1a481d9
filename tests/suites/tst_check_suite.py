#!/usr/bin/env python3
"""Breaks a sound suite in one way at a time; the checker must name each break."""

import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import programs

CHECKER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "check_suite.py")
SUITE = sys.argv.pop(1)
with open(SUITE, encoding="utf-8") as file:
    HEADER, TASK = json.loads(file.readline()), json.loads(file.readline())


def checked(tasks, faults=None):
    """Exit code and complaints of the checker for a suite of these tasks."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-B", CHECKER]
        for name, rows in (("suite", [HEADER, *tasks]), ("faults", faults)):
            if rows is None:
                continue
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as out:
                out.writelines(json.dumps(row) + "\n" for row in rows)
            command += [path] if name == "suite" else ["--faults", path]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stderr


class CheckSuite(unittest.TestCase):
    def complains(self, task, words, faults=None):
        code, complaints = checked([task], faults)
        self.assertEqual(code, 1)
        self.assertIn(words, complaints)

    def setUp(self):
        self.task = copy.deepcopy(TASK)

    def test_sound_task_passes(self):
        self.assertEqual(checked([self.task]), (0, ""))

    def test_wrong_reference(self):
        entry = self.task["entry_point"]
        self.task["references"][1] = f"def {entry}(*args):\n    return None\n"
        self.complains(self.task, "reference 1 is red")

    def test_starter_that_solves(self):
        self.task["starter"] = self.task["references"][0]
        self.complains(self.task, "starter is green")

    def test_references_of_one_shape(self):
        renamed = self.task["references"][0].replace("seen", "known")
        self.assertNotEqual(renamed, self.task["references"][0])
        self.task["references"][1] = renamed
        self.complains(self.task, "two references have one shape")

    def test_leaked_hidden_call(self):
        shown = self.task["visible_tests"][0]["code"]
        self.task["hidden_tests"][0] = {"name": "leak", "code": shown + "\n"}
        self.complains(self.task, "hidden call is shown")

    def test_value_that_cannot_cross(self):
        entry = self.task["entry_point"]
        self.task["references"][2] = f"def {entry}(*args):\n    return iter([])\n"
        self.complains(self.task, "cannot cross")

    def test_missing_key(self):
        del self.task["families"]
        self.complains(self.task, "keys or their order")

    def test_group_joined_without_repeat_of(self):
        twin = dict(copy.deepcopy(self.task), id="twin")
        code, complaints = checked([self.task, twin])
        self.assertEqual(code, 1)
        self.assertIn("twin: joins a group without repeat_of", complaints)

    def test_fault_that_nobody_sees(self):
        harmless = {"task": self.task["id"], "family": self.task["families"][0], "reference": 0,
                    "find": "merged = []", "replace": "merged = list()"}
        self.complains(self.task, "no hidden test sees it", [harmless])

    def test_endless_solution_is_stopped(self):
        self.task["limits"] = {"cpu_s": 0.05}
        entry = self.task["entry_point"]
        self.task["references"][0] = f"def {entry}(*args):\n    while True:\n        pass\n"
        self.complains(self.task, "no answer within")


class OtherLanguages(unittest.TestCase):
    def names_every_break(self, language, tool, title):
        if not shutil.which(tool):
            self.skipTest(f"no {tool}")
        with open(SUITE.replace("-python.", f"-{language}."), encoding="utf-8") as file:
            task = [json.loads(line) for line in file][1]
        task["references"][1] = task["starter"]
        task["starter"] = task["references"][2]
        line = task["references"][0].splitlines()[0]
        breaks = {"task": task["id"], "family": task["families"][0], "reference": 0,
                  "find": line, "replace": line + " )"}
        code, complaints = checked([task], [breaks])
        self.assertEqual(code, 1)
        for words in ("reference 1 is red", "starter is green", f"is no {title} any more"):
            self.assertIn(words, complaints)
        self.assertNotIn("reference 0", complaints)

    def test_java(self):
        self.names_every_break("java", "javac", "Java")

    def test_javascript(self):
        self.names_every_break("javascript", "node", "JavaScript")

    def test_rust(self):
        self.names_every_break("rust", "rustc", "Rust")

    def test_calls_without_variables(self):
        code = """assertEquals(List.of(")"), Solution.f(List.of("x", null), 2)); f([{ n: 1 }]);"""
        calls = programs.literal_calls(code + " f(roster, 2); f(&mut levels, 5); g(3);", "f")
        self.assertEqual(calls, {'f ( List . of ( "x" , null ) , 2 )', "f ( [ { n : 1 } ] )"})

    def test_shape_is_blind_to_names(self):
        self.assertEqual(programs.shape("let a = b(a); // why"), programs.shape("let c=d( c );"))
        self.assertNotEqual(programs.shape("a(b, b)"), programs.shape("a(b, c)"))


if __name__ == "__main__":
    unittest.main()
