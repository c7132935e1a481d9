# class: forbidden
# wasm: import
# in-process: import
import ctypes


def attack():
    ctypes.CDLL(None).process_vm_readv(1, None, 0, None, 0, 0)
    return 42
