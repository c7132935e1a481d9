# class: timeout
def attack():
    while True:
        pass
