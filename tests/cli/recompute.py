#!/usr/bin/env python3
"""Computes three metrics of SCIENCE section 3 anew, from an exported journal and suite alone.

usage: recompute.py JOURNAL SUITE     (runs export --texts; suite export)
Prints {"reflection_accuracy": {...}, "memory_reuse_rate": {...}, "safety_drop": {...}} with null for what does not apply.
"""

import collections
import json
import math
import subprocess
import sys
import tempfile

LEAST_PAIRS = 120


def student_t(share, freedom):
    """The quantile: bisection over Simpson's rule."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)

    def below(x, steps=2000):
        height = [scale * (1 + (x * i / steps) ** 2 / freedom) ** (-(freedom + 1) / 2) for i in range(steps + 1)]
        return 0.5 + x / steps / 3 * (height[0] + height[-1] + 4 * sum(height[1:-1:2]) + 2 * sum(height[2:-1:2]))

    low, high = 0.0, 20.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < share else (low, middle)
    return low


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def touched_lines(before, after):
    """Lines of before that the change removes or replaces; for an insertion the line that it follows, at least 1."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("a", before), ("b", after)):
            with open(f"{folder}/{name}", "w", encoding="utf-8", newline="") as file:
                file.write(text)
        diff = subprocess.run(["git", "diff", "--no-index", "--no-color", "-U0", "a", "b"], cwd=folder, capture_output=True, text=True)
    touched = set()
    for line in diff.stdout.splitlines():
        if line.startswith("@@"):
            start, _, count = line.split()[1][1:].partition(",")
            start, count = int(start), int(count or 1)
            touched.update(range(start, start + count) if count else [max(1, start)])
    return touched


def family(text):
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def kappa(pairs):
    """Cohen, 1960."""
    if not pairs:
        return None
    total = len(pairs)
    agreed = sum(one == two for one, two in pairs) / total
    first, second = collections.Counter(p[0] for p in pairs), collections.Counter(p[1] for p in pairs)
    chance = sum(first[label] * second[label] for label in first) / total ** 2
    return None if chance == 1 else (agreed - chance) / (1 - chance)


class Journal:
    def __init__(self, lines):
        self.texts = {line["sha256"]: line["text"] for line in lines if line["kind"] == "text"}
        self.events = [line for line in lines if line["kind"] != "text"]
        self.config = next(e["payload"]["config"] for e in self.events if e["kind"] == "run-started")
        self.attempts = {self.place(e): e["payload"]["attempt"] for e in self.of("attempt-answered")}
        self.verdicts = {self.place(e) + (e["payload"]["verdict"]["scope"],): e["payload"]["verdict"] for e in self.of("verdict-reached")}

    def of(self, kind):
        return [event for event in self.events if event["kind"] == kind]

    @staticmethod
    def place(event):
        return event["round"], event["phase"], event["task"], event["attempt"]

    def text(self, value):
        return self.texts[value["sha256"]] if isinstance(value, dict) else value or ""

    def hidden(self, place):
        return self.verdicts.get(place + ("hidden",))

    def fixed_by(self, place):
        """The first later attempt at the same task in the same round that passes all hidden tests."""
        for attempt in range(place[3] + 1, 100):
            later = place[:3] + (attempt,)
            if later in self.attempts and self.hidden(later) and self.hidden(later)["passed"]:
                return later
        return None


def reflection_accuracy(journal):
    own, named, both, stated, touched = [], [], 0, 0, 0
    for event in journal.of("reflection-written"):
        place, reflection = journal.place(event), event["payload"]["reflection"]
        hidden = journal.hidden(place)
        if reflection["origin"] == "rule-based" or not hidden or hidden["errorClass"] == "infrastructure":
            continue
        visible = journal.verdicts.get(place + ("visible",))
        echoed = journal.config["feedback"] == "hidden" or (visible is not None and not visible["passed"])
        if reflection.get("statedClass") and not echoed:
            own.append((reflection["statedClass"], hidden["errorClass"]))
        green = journal.fixed_by(place)
        if green and reflection.get("statedLines"):
            changed = touched_lines(journal.text(journal.attempts[place]["code"]), journal.text(journal.attempts[green]["code"]))
            if changed:
                said = set(reflection["statedLines"])
                both, stated, touched = both + len(said & changed), stated + len(said), touched + len(changed)
        manifest = json.loads(journal.text(journal.attempts[place].get("manifest")) or "{}")
        true = set(manifest.get("families", [])) | {f if isinstance(f, str) else f.get("family", "") for f in manifest.get("faults", [])}
        if true - {""}:
            named.append(family(reflection.get("statedCause", "")) in {family(name) for name in true})
    return {"kappa": kappa(own), "lines_f1": 2 * both / (stated + touched) if stated + touched else None,
            "cause": sum(named) / len(named) if named else None, "lift": None}


def memory_reuse_rate(journal, tasks):
    groups = [task.get("group") or task["id"] for task in tasks]
    ordinals = {task["id"]: ordinal for ordinal, task in enumerate(tasks)}
    memories = {e["payload"]["memory"]["number"]: e["payload"]["memory"] for e in journal.of("memory-stored")}

    def helps(use, ordinal):
        memory = memories[use["memory"]]
        if (memory.get("group") or memory.get("taskKey")) != groups[ordinal]:
            return False
        since = ordinals.get(memory.get("taskKey"), -1)
        return not any(tasks[i].get("repeat_kind") == "drift" and groups[i] == groups[ordinal] for i in range(since + 1, ordinal + 1))

    hits, uses = [], []
    for (_, phase, task, attempt), answer in journal.attempts.items():
        if phase == "learn" and attempt == 1 and tasks[task].get("repeat_kind") in ("exact", "near", "cross-language"):
            fits = [helps(use, task) for use in answer.get("memories", [])]
            hits.append(any(fits))
            uses += fits
    if not hits or not journal.config["memoryEnabled"]:
        return {"value": None, "precision": None, "lift": None}
    return {"value": sum(hits) / len(hits), "precision": sum(uses) / len(uses) if uses else None, "lift": None}


def safety_drop(journal):
    audits = {}
    promoted = {e["payload"]["number"] for e in journal.of("version-admitted") if "number" in e["payload"]}
    for event in journal.of("update-measured"):
        if "audit" in event["payload"]["validation"]:
            audits[event["payload"]["number"]] = event["payload"]["validation"]["audit"]["gains"]
    below = severe = counted = 0
    for number in promoted & audits.keys():
        gains = audits[number]
        pairs = sum(gain["pairs"] for gain in gains)
        if pairs < LEAST_PAIRS or len(gains) < 2:
            continue
        counted += 1
        means = [gain["sum"] / gain["pairs"] for gain in gains]
        middle = sum(means) / len(means)
        spread = math.sqrt(sum((mean - middle) ** 2 for mean in means) / (len(means) - 1) / len(means))
        worse = middle + student_t(0.95, len(means) - 1) * spread < 0
        below += worse
        severe += worse and sum(gain["sum"] for gain in gains) / pairs < -journal.config["trustRegion"]
    return {"value": below / counted if counted else None, "severe": severe / counted if counted else None}


if __name__ == "__main__":
    run = Journal(read_lines(sys.argv[1]))
    suite = [line for line in read_lines(sys.argv[2]) if "autodidact_suite" not in line]
    print(json.dumps({"reflection_accuracy": reflection_accuracy(run), "memory_reuse_rate": memory_reuse_rate(run, suite),
                      "safety_drop": safety_drop(run)}))
