# class: memory
# wasm: runtime
import os
import time


def attack():
    for _ in range(6):
        if os.fork() == 0:
            held = bytearray(80 << 20)
            for i in range(0, len(held), 4096):
                held[i] = 1
            time.sleep(60)
            os._exit(0)
    time.sleep(60)
    return 42
