# class: forbidden
# wasm: import
# in-process: import
import ctypes


def attack():
    SYS_clone, CLONE_NEWUSER, SIGCHLD = 56, 0x10000000, 17
    ctypes.CDLL(None).syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)
    return 42
