# class: runtime
# wasm: memory
def attack():
    for i in range(1000):
        with open(f"/work/{i}", "wb") as file:
            file.write(b"x" * (1 << 20))
    return 42
