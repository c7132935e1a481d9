// class: logic
function attack() {
    return new Proxy({}, { get: () => 42, has: () => true, getPrototypeOf: () => Number.prototype });
}
