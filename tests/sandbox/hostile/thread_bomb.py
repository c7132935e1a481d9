# class: forbidden
# wasm: timeout
import threading
import time


def attack():
    while True:
        try:
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        except RuntimeError:
            pass
