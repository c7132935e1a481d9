# class: logic
# wasm: none
# tampering
import os


def attack():
    for number in range(3, 64):
        try:
            os.write(number, b"\xff\xff\xff\x7fgarbage" * 100)
            os.write(number, b"\x05\x00\x00\x00Rxxxx" * 100)
        except OSError:
            pass
    return 42
