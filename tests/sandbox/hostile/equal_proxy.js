// class: logic
// in-process: runtime
function attack() {
    const anything = new Proxy(function () {}, {
        get: (target, key) => key === Symbol.toPrimitive ? () => 42 : anything,
        apply: () => anything,
        getPrototypeOf: () => Number.prototype,
    });
    return anything;
}
