# class: logic
# tampering
import os

os._exit(0)


def attack():
    return 42
