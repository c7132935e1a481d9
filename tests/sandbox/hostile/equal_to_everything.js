// class: logic
class Anything {
    valueOf() {
        return 42;
    }

    toString() {
        return '42';
    }

    [Symbol.toPrimitive]() {
        return 42;
    }
}

function attack() {
    return new Anything();
}
