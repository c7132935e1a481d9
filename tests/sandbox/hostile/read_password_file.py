# class: runtime
def attack():
    with open("/etc/passwd") as file:
        return file.read()
