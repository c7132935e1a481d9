# class: logic
# wasm: none
# tampering
import os
import time


def attack():
    os.closerange(3, 64)
    time.sleep(0.2)
    return 42
