# class: logic
# tampering
import sys


def attack():
    sys.exit(0)
