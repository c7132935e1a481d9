# class: forbidden
import socket


def attack():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    except Exception:
        pass
    return 42
