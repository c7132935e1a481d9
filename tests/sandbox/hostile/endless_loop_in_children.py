# class: timeout
# wasm: runtime
import os


def attack():
    for _ in range(3):
        if os.fork() == 0:
            while True:
                pass
    os.wait()
    return 42
