# class: logic
# in-process: skip
def attack():
    value = []
    for _ in range(100000):
        value = [value]
    return value
