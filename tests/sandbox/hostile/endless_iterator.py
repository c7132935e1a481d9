# class: logic
# in-process: skip
import itertools


def attack():
    return (i for i in itertools.count())
