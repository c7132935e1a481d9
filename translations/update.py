#!/usr/bin/env python3
"""Takes the words of the window into the .ts files: new ones unfinished, vanished ones removed."""

import argparse
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ["widgets", "app/workbench"]
# English needs no words of its own, only the forms for one and for many.
FILES = {"autodidact_zh_CN.ts": ["-target-language", "zh_CN"],
         "autodidact_en.ts": ["-target-language", "en", "-pluralonly"]}


def update(lupdate: str, folder: pathlib.Path) -> str:
    """Runs lupdate on the files in this folder and returns its warnings. Without the include path it loses the namespace."""
    warnings = ""
    for name, options in FILES.items():
        done = subprocess.run([lupdate, "-I", ".", *SOURCES, "-no-obsolete", "-locations", "none", "-silent",
                               "-source-language", "en", *options, "-ts", folder / name],
                              cwd=ROOT, text=True, capture_output=True, check=True)
        warnings += done.stderr
    return warnings


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lupdate", default="/usr/lib/qt6/bin/lupdate", help="the program of the Qt Linguist tools")
    print(update(parser.parse_args().lupdate, pathlib.Path(__file__).resolve().parent), end="")
