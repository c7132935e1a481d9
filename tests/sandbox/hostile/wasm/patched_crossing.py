# class: runtime
# split only
# The encoder of this side may be found and bent; what the other side makes of it is still a plain value.
import gc


def attack():
    for item in gc.get_objects():
        if isinstance(item, dict) and "result_frame" in item and "_encode" in item:
            item["result_frame"] = lambda *given: "Rfx" + "u2;s8:Equalobjl0;"
            item["encode"] = lambda value: "e"
    return 0
