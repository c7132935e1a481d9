"""Java for the suite checker: see programs.py."""

import os
import re
import subprocess
import tempfile

import programs
from programs import literal_calls, shape  # noqa: F401 (part of what a language offers)

LANGUAGE = "java"
NAME = "Java"
ISOLATION = "in-process"
COMPILED = True
TOOLS = ("javac", "java")
RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "RunJava.java")
JAVAC = ["javac", "-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"]
JAVAC += ["-encoding", "UTF-8", "-proc:none", "-nowarn", "-Xmaxerrs", "9999"]
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Dfile.encoding=UTF-8"]
ERROR = re.compile(r"^\S*/p(\d+)/\w+\.java:\d+: error: (.*)$", re.MULTILINE)


def examples(statement, entry_point):
    return programs.examples(
        statement, lambda call, result: f"assertEquals({result}, {call});"
    )


def write(folder, number, job):
    """The job as a package of its own, the program in its lines as they were."""
    place = os.path.join(folder, f"p{number}")
    os.mkdir(place)
    tests = "".join(
        f"static void t{at}() throws Throwable {{\n{test['code']}\n}}\n"
        for at, test in enumerate(job.tests)
    )
    head = f"package p{number}; import java.util.*; import static suites.RunJava.*;\n"
    for name, text in (
        ("Solution", f"package p{number}; {job.program}"),
        ("Checks", f"{head}class Checks {{\n{tests}}}\n"),
    ):
        with open(os.path.join(place, f"{name}.java"), "w", encoding="utf-8") as file:
            file.write(text)
    return [os.path.join(place, f"{name}.java") for name in ("Solution", "Checks")]


def run(jobs):
    with tempfile.TemporaryDirectory() as folder:
        classes = os.path.join(folder, "classes")
        subprocess.run([*JAVAC, "-d", os.path.join(folder, "runner"), RUNNER], check=True)
        sources = {number: write(folder, number, job) for number, job in enumerate(jobs)}

        def compiler(numbers):
            files = [file for number in numbers for file in sources[number]]
            options = ["-d", classes, "-cp", os.path.join(folder, "runner")]
            done = subprocess.run([*JAVAC, *options, *files], capture_output=True, text=True)
            return done.returncode, ERROR.findall(done.stderr), done.stderr

        broken = programs.broken_ones(len(jobs), compiler)
        command = [*JAVA, "-cp", os.path.join(folder, "runner"), "suites.RunJava", classes]
        return programs.run_all(jobs, broken, lambda whole: lines_of(command, whole, jobs))


def lines_of(command, whole, jobs):
    """The runner ends at a test that has no end: it is started again behind that job."""
    lines = []
    options = {"stdout": subprocess.PIPE, "encoding": "utf-8", "check": True}
    while whole:
        plan = "".join(plan_of(at, jobs[at]) for at in whole)
        done = subprocess.run(command, input=plan, **options)
        lines += done.stdout.splitlines()
        finished = int(lines[-1].split("\t")[0])
        whole = whole[whole.index(finished) + 1 :]
    return lines


def plan_of(number, job):
    return f"{number} {len(job.tests)} {job.seconds} {int(job.first_red)}\n"
