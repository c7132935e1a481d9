# class: forbidden
# wasm: runtime
import os


def attack():
    try:
        os.unshare(os.CLONE_NEWUSER)
    except OSError:
        pass
    return 42
