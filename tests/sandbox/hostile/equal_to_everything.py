# class: logic
# in-process-tampering
class Anything:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __bool__(self):
        return True


def attack():
    return Anything()
