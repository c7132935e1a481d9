# class: logic
# tampering
# split only
import gc
import types


def attack():
    for item in gc.get_objects():
        if isinstance(item, types.FunctionType) and item.__name__ == "result_frame":
            item.__code__ = (lambda result, arguments, sent: "R" + "(" * 20).__code__
    return 0
