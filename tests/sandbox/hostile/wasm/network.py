# class: forbidden
import socket


def attack():
    try:
        socket.create_connection(("127.0.0.1", 80), 1)
    except OSError:
        pass
    return 42
