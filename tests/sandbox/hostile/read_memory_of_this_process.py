# class: logic
# wasm: import
# in-process: import
import ctypes


def attack():
    mark = ("hid" + "den:").encode()
    here = id(mark)
    for start in range(here - (8 << 20), here + (8 << 20), 4096):
        # A pipe copies what can be read, and fails where a plain read would crash.
        import os
        read, write = os.pipe()
        if ctypes.CDLL(None).write(write, ctypes.c_void_p(start), 4096) == 4096:
            page = os.read(read, 4096)
            at = page.find(mark)
            if at >= 0 and page[at + 7:at + 9].isdigit():
                return int(page[at + 7:at + 9])
        os.close(read)
        os.close(write)
    return 0
