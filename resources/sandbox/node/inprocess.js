
// -- program and tests in one process: for tasks whose values cannot cross ------------------------------------------------------------
//
// Weaker: the program can read the tests. It cannot replace what they and the harness are made of.

const arrayIteratorPrototype = getPrototypeOf([][Symbol.iterator]());
const mapIteratorPrototype = getPrototypeOf(new Map().values());
const builtIns = [Array, Map, Set, Promise, RegExp, String, Number, Function, Error, Buffer].flatMap(type => [type, type.prototype]);
builtIns.push(Object, Reflect, JSON, arrayIteratorPrototype, mapIteratorPrototype, assert, assert.strict, AssertionError);

/// Makes what a built-in object has unchangeable. Programs may still add to it.
function lock(object) {
    for (const key of ownKeys(object)) {
        const property = getOwnPropertyDescriptor(object, key);
        if (typeof property.value === 'function' && property.configurable)
            defineProperty(object, key, {writable: false, configurable: false});
    }
}

/// A thread has a Node.js of its own, with all that was taken from this one, and nothing there is locked.
function refuseThreads() {
    const refuse = function (what) {
        throw Object.assign(new Error(`${what} is not for programs beside their tests`), {code: 'ERR_ACCESS_DENIED'});
    };
    if (!Module.builtinModules.includes('worker_threads'))
        return; // a machine of WebAssembly has none
    const Worker = function Worker() { refuse('worker_threads.Worker'); };
    defineProperty(require('worker_threads'), 'Worker', {value: Worker, writable: false, configurable: false, enumerable: true});
    if (Module.register)
        defineProperty(Module, 'register', {value: function register() { refuse('module.register'); }, writable: false, configurable: false});
    Module.syncBuiltinESMExports();
}

/// The names of a program that is loaded in this process, with their values.
function namesWithin(program, module, entry) {
    const found = new Map(Object.entries(typeof module.exports === 'object' && module.exports || {}));
    if (typeof module.exports === 'function')
        found.set(entry, module.exports);
    topLevelNames(program).forEach((value, name) => found.set(name, value));
    return [...found].filter(([name]) => isVisible(name, entry));
}

/// The life of a process that holds both.
function serveBoth(program, entry, setup, codes) {
    const tests = prepareTests(setup, codes);
    builtIns.forEach(lock);
    refuseThreads();
    const {module, failure} = load(program);
    if (failure) {
        native.report(kind.loadFailed, 0, native.cpu(), failure);
        native.exit(0);
    }
    const names = namesWithin(program, module, entry);
    runTests(() => new Map(names), entry, tests);
}
