// class: logic
// split only
function attack() {
    return { valueOf: () => 42, [Symbol.toPrimitive]: () => 42 };
}
