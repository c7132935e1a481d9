# class: forbidden
def attack():
    while True:
        print("flood" * 1000)
