# class: runtime
import os


def attack():
    for start in (os.fork, lambda: os.execv("/bin/true", ["true"]), lambda: os.system("true") and None):
        try:
            start()
        except OSError:
            pass
    return os.popen("echo 42").read() + 1
