# class: forbidden
# wasm: import
# in-process: import
import ctypes


def attack():
    libc = ctypes.CDLL(None)
    for pid in range(1, 10):
        libc.ptrace(16, pid, None, None)
    return 42
