# class: runtime
# split only
# Bytecode of its own reads and writes anywhere in the machine's memory, and nowhere else.
def attack():
    def victim():
        return 1
    code = victim.__code__
    bent = code.replace(co_code=bytes([c if i < 2 else 83 + i % 40 for i, c in enumerate(code.co_code * 40)]), co_stacksize=1)
    victim.__code__ = bent
    return victim()
