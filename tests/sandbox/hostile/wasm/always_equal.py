# class: logic
# split only
class Equal:
    def __eq__(self, other):
        return True

    def __int__(self):
        return 42


def attack():
    return Equal()
