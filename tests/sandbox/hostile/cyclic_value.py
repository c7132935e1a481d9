# class: logic
# in-process: skip
def attack():
    value = []
    value.append(value)
    return value
