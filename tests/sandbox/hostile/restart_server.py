# class: logic
import sys


def attack():
    frame = sys._getframe()
    while frame is not None:
        module = frame.f_globals.get("module")
        if module is not None:
            try:
                module.serve(True, None)
            except RuntimeError:
                pass
        frame = frame.f_back
    return 0
