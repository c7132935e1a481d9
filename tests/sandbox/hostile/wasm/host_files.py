# class: logic
import os


def attack():
    for path in ("/etc/passwd", "/root", "/home", "/proc/self/maps", "/usr/bin/python3", "/sys/kernel", "/work/../../etc/hostname"):
        if os.path.exists(path):
            if os.path.isdir(path) and not os.listdir(path):
                continue
            if path.startswith("/proc"):
                continue
            return 42
    return 0
