# class: runtime
import os


def attack():
    for folder in ("/root", "/home"):
        if os.path.exists(folder):
            return 42
    with open("/root/.ssh/id_ed25519") as file:
        return file.read()
