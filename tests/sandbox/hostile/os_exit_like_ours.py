# class: runtime
import os


def attack():
    os._exit(86)
