# class: logic
# tampering
import os


def attack():
    os._exit(0)
