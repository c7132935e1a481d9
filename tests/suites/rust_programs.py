"""Rust for the suite checker: see programs.py."""

import os
import re
import resource
import subprocess
import tempfile

import programs
from programs import literal_calls, shape  # noqa: F401 (part of what a language offers)

LANGUAGE = "rust"
NAME = "Rust"
ISOLATION = "in-process"
COMPILED = True
TOOLS = ("rustc",)
RUSTC = ["rustc", "--edition=2021", "--cap-lints=allow", "--error-format=short"]
RUSTC += ["-Cdebuginfo=0", "-Copt-level=0", "-Coverflow-checks=on"]
ERROR = re.compile(r"\bp(\d+)\.rs:\d+:\d+: error(?:\[\w+\])?: (.*)")
MEMORY = 1 << 30  # bytes, for a loop that gathers without an end
MAIN = """
fn main() {
    let arguments: Vec<usize> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    std::panic::set_hook(Box::new(|_| {}));
    let tests: &[fn()] = match arguments[0] { %s _ => &[] };
    for test in tests {
        let reason = match std::panic::catch_unwind(*test) {
            Ok(()) => String::new(),
            Err(panic) => match (panic.downcast_ref::<String>(), panic.downcast_ref::<&str>()) {
                (Some(text), _) => text.replace('\\n', " "),
                (_, Some(text)) => text.to_string(),
                _ => "panic".to_string(),
            },
        };
        println!("{}", reason);
        if arguments[1] == 1 && !reason.is_empty() {
            break;
        }
    }
}
"""


def examples(statement, entry_point):
    return programs.examples(statement, lambda call, result: f"assert_eq!({call}, {result});")


def write(folder, number, job):
    """The job as a module of its own, its tests as a list of functions."""
    tests = "".join(
        f"pub fn t{at}() {{\n{test['code']}\n}}\n" for at, test in enumerate(job.tests)
    )
    names = ", ".join(f"t{at}" for at in range(len(job.tests)))
    checks = f"pub mod checks {{\nuse super::*;\n{tests}pub const ALL: &[fn()] = &[{names}];\n}}\n"
    with open(os.path.join(folder, f"p{number}.rs"), "w", encoding="utf-8") as file:
        file.write(f"{job.program}\n{checks}")


def run(jobs):
    with tempfile.TemporaryDirectory() as folder:
        for number, job in enumerate(jobs):
            write(folder, number, job)
        main, program = os.path.join(folder, "main.rs"), os.path.join(folder, "main")

        def compiler(numbers):
            arms = "".join(f"{number} => p{number}::checks::ALL, " for number in numbers)
            with open(main, "w", encoding="utf-8") as file:
                file.write("".join(f"mod p{number};\n" for number in numbers) + MAIN % arms)
            done = subprocess.run([*RUSTC, main, "-o", program], capture_output=True, text=True)
            return done.returncode, ERROR.findall(done.stderr), done.stderr

        broken = programs.broken_ones(len(jobs), compiler)
        return programs.run_all(
            jobs, broken, lambda whole: sum((reports(program, at, jobs[at]) for at in whole), [])
        )


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def reports(program, number, job):
    """Lines "job test reason" for the red tests; the program writes a line for every test."""
    command = [program, str(number), str(int(job.first_red))]
    ending = "the program ended"
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=limit_memory
    ) as process:
        try:
            said, _ = process.communicate(timeout=job.seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
            ending = f"no answer within {job.seconds} s"
    reasons = said.decode(errors="replace").splitlines()
    if len(reasons) < len(job.tests) and not (job.first_red and any(reasons)):
        reasons.append(ending)
    return [f"{number}\t{at}\t{reason}" for at, reason in enumerate(reasons) if reason]
