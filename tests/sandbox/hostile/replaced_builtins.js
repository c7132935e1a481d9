// class: runtime
// in-process: logic
const nothing = () => [];
for (const type of [Array, String, RegExp, Map, Set, Promise, Function, Number, Error]) {
    for (const key of Reflect.ownKeys(type.prototype)) {
        try {
            if (typeof type.prototype[key] === 'function' && key !== 'constructor')
                type.prototype[key] = nothing;
        } catch {
            // an accessor, or shut
        }
    }
}

function attack() {
    return 0;
}
