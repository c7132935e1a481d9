# class: runtime
import sys


def attack():
    sys.setrecursionlimit(10**8)
    value = []
    for _ in range(10**6):
        value = [value]
    return repr(value)
