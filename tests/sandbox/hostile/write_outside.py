# class: runtime
# wasm: none
def attack():
    escaped = 0
    for path in ("/usr/escaped", "/etc/escaped", "/escaped", "/dev/escaped", "/proc/escaped"):
        try:
            with open(path, "w") as file:
                file.write("x")
            escaped += 1
        except OSError:
            pass
    if escaped:
        return 42
    raise OSError("nothing could be written")
