# class: forbidden
# wasm: import
# in-process: import
import ctypes


def attack():
    SYS_keyctl = 250
    ctypes.CDLL(None).syscall(SYS_keyctl, 0, -3, 0)
    return 42
