# class: runtime
def attack():
    return attack()
