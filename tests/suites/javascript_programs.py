"""JavaScript for the suite checker: see programs.py."""

import dataclasses
import json
import os
import subprocess

import programs
from programs import Outcome, literal_calls, shape  # noqa: F401 (part of what a language offers)

LANGUAGE = "javascript"
NAME = "JavaScript"
ISOLATION = "split"
COMPILED = False
TOOLS = ("node",)
RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "runjavascript.cjs")


def examples(statement, entry_point):
    return programs.examples(
        statement, lambda call, result: f"assert.deepStrictEqual({call}, {result});"
    )


def run(jobs):
    asked = json.dumps([dataclasses.asdict(job) for job in jobs])
    options = {"stdout": subprocess.PIPE, "check": True, "encoding": "utf-8"}
    done = subprocess.run(["node", RUNNER], input=asked, **options)
    return [Outcome(**answer) for answer in json.loads(done.stdout)]
