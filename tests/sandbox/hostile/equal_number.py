# class: logic
# in-process-tampering
class Number(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def attack():
    return [Number(7)][0]
