# class: memory
# wasm: runtime
# needs a control group
import os


def attack():
    kept = []
    while len(kept) < 200:
        file = os.memfd_create('hog')
        os.posix_fallocate(file, 0, 15 << 20)
        kept.append(file)
    return 42
