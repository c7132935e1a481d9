# class: runtime
# wasm: import
# in-process: import
import ctypes


def attack():
    ctypes.string_at(0)
