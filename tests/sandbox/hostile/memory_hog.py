# class: memory
def attack():
    held = []
    while True:
        held.append(bytearray(1 << 20))
