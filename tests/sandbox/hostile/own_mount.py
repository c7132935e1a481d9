# class: forbidden
# wasm: import
# in-process: import
import ctypes


def attack():
    ctypes.CDLL(None).mount(b"none", b"/work", b"tmpfs", 0, None)
    return 42
