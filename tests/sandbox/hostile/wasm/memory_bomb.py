# class: memory
def attack():
    hoard = []
    while True:
        hoard.append(bytearray(1 << 20))
