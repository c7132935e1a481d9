# class: timeout
import time


def attack():
    time.sleep(600)
    return 42
