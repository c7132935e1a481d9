# class: logic
# A library of WebAssembly may bring JavaScript with it: the machine must load none.
def attack():
    import _imp
    from importlib.machinery import ModuleSpec
    custom = b"\x08dylink.0" + b"\x01\x04\x00\x00\x00\x00"
    with open("evil.so", "wb") as file:
        file.write(b"\0asm\x01\0\0\0" + b"\0" + bytes([len(custom)]) + custom)
    try:
        _imp.create_dynamic(ModuleSpec("evil", None, origin="/work/evil.so"))
        return 42
    except BaseException:
        return 0
