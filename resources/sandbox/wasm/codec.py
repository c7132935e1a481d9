# Loaded once by every server of Python within WebAssembly, after harness.py and crossing.py and into the same names.
#
# Exact plain values as text, and back: what core/sandbox/python/encode.cpp and decode.cpp do with bytes. Types are compared
# exactly, so no code of the value's own ever runs; what comes back is made of built-in types and what rebuild() makes.

_DEPTH_LIMIT = 400
_SIZE_LIMIT = 64 << 20


class _NotPlain(Exception):
    def __init__(self, what):
        self.what = what


class _Malformed(Exception):
    pass


def _text(value):
    plain = value.encode("unicode_escape").decode("ascii")
    return f"s{len(plain)}:{plain}"


def _encode(value, out, depth):
    if depth > _DEPTH_LIMIT:
        raise _NotPlain("value that is too deeply nested")
    kind = type(value)
    if value is None:
        out.append("n")
    elif kind is bool:
        out.append("t" if value else "f")
    elif kind is int:
        out.append(f"i{value:x};")
    elif kind is str:
        out.append(_text(value))
    elif kind is float:
        out.append(f"g{value.hex()};")
    elif kind is complex:
        out.append(f"c{value.real.hex()};{value.imag.hex()};")
    elif kind is bytes or kind is bytearray:
        out.append(f"{'b' if kind is bytes else 'B'}{value.hex()};")
    elif kind is range:
        out.append(f"r{value.start:x};{value.stop:x};{value.step:x};")
    elif value is Ellipsis:
        out.append("e")
    elif kind in _MARKS:
        out.append(f"{_MARKS[kind]}{len(value)};")
        for item in value:
            _encode(item, out, depth + 1)
    elif kind is dict:
        out.append(f"d{len(value)};")
        for key, item in value.items():
            _encode(key, out, depth + 1)
            _encode(item, out, depth + 1)
    else:
        _encode_known(value, kind, out, depth)


_MARKS = {list: "l", tuple: "u", set: "S", frozenset: "F"}


def _encode_known(value, kind, out, depth):
    try:
        parts = simplify(value)
    except Exception:
        parts = None
    if parts is None:
        raise _NotPlain(kind.__name__ if kind.__name__.__class__ is str else "object")
    out.append("x")
    _encode(parts, out, depth + 1)


def encode(value):
    out = []
    _encode(value, out, 0)
    text = "".join(out)
    if len(text) > _SIZE_LIMIT:
        raise _NotPlain("value that is too large")
    return text


class _Decoder:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def word(self, end=";"):
        stop = self.text.index(end, self.at)
        word = self.text[self.at:stop]
        self.at = stop + 1
        return word

    def size(self, end=";"):
        size = int(self.word(end))
        if not 0 <= size <= len(self.text) - self.at:
            raise _Malformed
        return size

    def items(self, depth):
        return [self.value(depth + 1) for _ in range(self.size())]

    def value(self, depth=0):
        if depth > _DEPTH_LIMIT:
            raise _Malformed
        mark = self.text[self.at]
        self.at += 1
        if mark in _CONSTANTS:
            return _CONSTANTS[mark]
        if mark == "i":
            return int(self.word(), 16)
        if mark == "s":
            size = self.size(":")
            self.at += size
            return self.text[self.at - size:self.at].encode("ascii").decode("unicode_escape")
        if mark == "g":
            return float.fromhex(self.word())
        if mark == "c":
            return complex(float.fromhex(self.word()), float.fromhex(self.word()))
        if mark in "bB":
            return (bytes if mark == "b" else bytearray).fromhex(self.word())
        if mark == "r":
            return range(int(self.word(), 16), int(self.word(), 16), int(self.word(), 16))
        if mark in _KINDS:
            return _KINDS[mark](self.items(depth))
        if mark == "d":
            return {self.value(depth + 1): self.value(depth + 1) for _ in range(self.size())}
        if mark == "x":
            return rebuild(self.value(depth + 1))
        raise _Malformed


_CONSTANTS = {"n": None, "t": True, "f": False, "e": Ellipsis}
_KINDS = {mark: kind for kind, mark in _MARKS.items()}


def decode(text):
    """The values that a text holds, as a list. _Malformed for a text of any other making."""
    decoder = _Decoder(text)
    values = []
    try:
        while decoder.at < len(text):
            values.append(decoder.value())
    except Exception:
        raise _Malformed from None
    return values


# -- solution: frames to the tests -------------------------------------------------------------------------------------


def load_frame(error):
    return "E" + encode(load_error(error))


def offer_frame(namespace):
    frame = ["L"]
    for item in offer(namespace):
        try:
            frame.append(encode(item))
        except _NotPlain:
            pass
    return "".join(frame)


def begin_call(frame):
    """(name, arguments, their text) of a call."""
    name, arguments = decode(frame[1:])
    return name, arguments[0], arguments[1], arguments, encode(arguments)


def result_frame(result, arguments, sent):
    try:
        now = encode(arguments)
    except _NotPlain:
        now = sent
    try:
        return ("R" + ("t" + now if now != sent else "f")) + encode(result)
    except _NotPlain as problem:
        return "N" + encode(problem.what)


def raised_frame(error):
    parts = raised(error)
    try:
        return "X" + encode(parts)
    except _NotPlain:
        return "X" + encode((parts[0], (), parts[2], parts[3]))


# -- tests: calls to the solution --------------------------------------------------------------------------------------


def _assign(target, fresh):
    """Makes target equal to fresh in place, keeping the identity of inner containers where the shape fits."""
    kind = type(target)
    if kind is not type(fresh):
        return False
    if kind is list and len(target) == len(fresh):
        for i, item in enumerate(fresh):
            if not _assign(target[i], item):
                target[i] = item
    elif kind is list or kind is bytearray:
        target[:] = fresh
    elif kind is dict and target.keys() == fresh.keys():
        for key, item in fresh.items():
            if not _assign(target[key], item):
                target[key] = item
    elif kind is dict or kind is set:
        target.clear()
        target.update(fresh)
    elif kind is tuple and len(target) == len(fresh):
        for old, item in zip(target, fresh):
            _assign(old, item)
        return False
    else:
        return False
    return True


def make_stubs(host):
    """A function stub(name). host(frame) sends a call and gives the answer, "" where none came."""
    def call(name, args, kwargs):
        try:
            frame = "C" + encode(name) + encode((args, kwargs))
        except _NotPlain as problem:
            raise CannotCross(problem.what) from None
        answer = host(frame)
        if not answer:
            raise SolutionDied("the program ended")
        return _received(answer, (args, kwargs), host)

    def stub(name):
        def remote(*args, **kwargs):
            return call(name, args, kwargs)
        remote.__name__ = remote.__qualname__ = name
        return remote
    return stub


def _received(answer, arguments, host):
    error = None
    try:
        values = decode(answer[1:])
        if answer[0] == "R":
            if values[0] is True:
                _assign(arguments, values[1])
            return values[-1]
        if answer[0] == "X":
            names, args, message, line = values[0]
            error = revive(names, args, message, line)
        elif answer[0] == "N":
            error = AssertionError(f"the result holds a {values[0]}, which is no plain value")
    except Exception:
        pass
    if error is None:
        host("")  # says that the answer made no sense
        raise SolutionDied("the program ended")
    raise error


def adopt_frame(frame, host, entry):
    return adopt(decode(frame[1:]), make_stubs(host), entry)


def decode_parts(frame):
    return tuple(str(part) for part in decode(frame[1:])[0])
