
// -- the module assert --------

class AssertionError extends Error {
    constructor({message, actual, expected, operator} = {}) {
        super(message ?? `${inspect(actual, {depth: 10})} ${operator} ${inspect(expected, {depth: 10})}`);
        this.generatedMessage = message === undefined;
        this.code = 'ERR_ASSERTION';
        this.actual = actual;
        this.expected = expected;
        this.operator = operator;
    }
}
Object.defineProperty(AssertionError.prototype, 'name', {value: 'AssertionError', writable: true, configurable: true});

const boxed = [Number, String, Boolean];

/// Deep equality as assert.deepStrictEqual has it, or, loosely, as assert.deepEqual has it.
function sameValue(left, right, strict, seen = new Map()) {
    if (strict ? Object.is(left, right) : left == right || left !== left && right !== right)
        return true;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
        return false;
    if (strict && Object.getPrototypeOf(left) !== Object.getPrototypeOf(right) || tagOf(left) !== tagOf(right)
        || Array.isArray(left) !== Array.isArray(right))
        return false;
    if (seen.get(left) === right)
        return true;
    seen.set(left, right);
    const same = (a, b) => sameValue(a, b, strict, seen);
    const result = sameContent(left, right, strict, same) && sameProperties(left, right, strict, same);
    seen.delete(left);
    return result;
}

function sameContent(left, right, strict, same) {
    for (const kind of ['isDate', 'isRegExp', 'isMap', 'isSet', 'isNativeError', 'isTypedArray', 'isArrayBuffer']) {
        if (types[kind](left) !== types[kind](right))
            return false;
    }
    if (types.isDate(left))
        return Object.is(dateTime.call(left), dateTime.call(right));
    if (types.isRegExp(left))
        return `${left}` === `${right}` && left.lastIndex === right.lastIndex;
    if (types.isNativeError(left))
        return left.message === right.message && left.name === right.name;
    if (types.isArrayBuffer(left))
        return same(new Uint8Array(left), new Uint8Array(right));
    if (boxed.some(type => left instanceof type))
        return Object.is(left.valueOf(), right.valueOf());
    if (types.isMap(left))
        return left.size === right.size && [...left].every(([key, value]) => right.has(key) ? same(value, right.get(key))
            : isObject(key) && [...right].some(([other, inner]) => isObject(other) && same(key, other) && same(value, inner)));
    if (types.isSet(left))
        return left.size === right.size && [...left].every(item => right.has(item)
            || isObject(item) && [...right].some(other => isObject(other) && same(item, other)));
    return !(Array.isArray(left) || types.isTypedArray(left)) || left.length === right.length;
}

function sameProperties(left, right, strict, same) {
    const keysOf = object => Reflect.ownKeys(object).filter(key =>
        Object.getOwnPropertyDescriptor(object, key).enumerable && (strict || typeof key === 'string'));
    const keys = keysOf(left);
    return keys.length === keysOf(right).length
        && keys.every(key => Object.prototype.hasOwnProperty.call(right, key) && same(left[key], right[key]));
}

/// Whether a thrown value is what a test expects: a class, a pattern, a function that says so, or an object of properties.
function isExpected(error, expected) {
    if (expected === undefined || typeof expected === 'string')
        return true;
    if (types.isRegExp(expected))
        return expected.test(String(error));
    if (typeof expected === 'function') {
        if (expected.prototype !== undefined && error instanceof expected)
            return true;
        return !(expected === Error || expected.prototype instanceof Error) && expected.call({}, error) === true;
    }
    const keys = Object.keys(expected);
    if (expected instanceof Error)
        keys.push('name', 'message');
    return keys.every(key => types.isRegExp(expected[key]) && typeof error[key] === 'string'
        ? expected[key].test(error[key]) : sameValue(error[key], expected[key], true));
}

function fail(message, actual, expected, operator) {
    if (message instanceof Error)
        throw message;
    throw new AssertionError({message, actual, expected, operator});
}

const assert = Object.assign(function ok(value, message) {
    if (!value)
        fail(message ?? (arguments.length === 0 ? 'No value argument passed to `assert.ok()`' : undefined), value, true, '==');
}, {
    AssertionError,
    ok: (...given) => assert(...given),
    equal: (actual, expected, message) => actual == expected || actual !== actual && expected !== expected || fail(message, actual, expected, '=='),
    notEqual: (actual, expected, message) => actual != expected || fail(message, actual, expected, '!='),
    strictEqual: (actual, expected, message) => Object.is(actual, expected) || fail(message, actual, expected, 'strictEqual'),
    notStrictEqual: (actual, expected, message) => !Object.is(actual, expected) || fail(message, actual, expected, 'notStrictEqual'),
    deepEqual: (actual, expected, message) => sameValue(actual, expected, false) || fail(message, actual, expected, 'deepEqual'),
    deepStrictEqual: (actual, expected, message) => sameValue(actual, expected, true) || fail(message, actual, expected, 'deepStrictEqual'),
    notDeepEqual: (actual, expected, message) => !sameValue(actual, expected, false) || fail(message, actual, expected, 'notDeepEqual'),
    notDeepStrictEqual: (actual, expected, message) => !sameValue(actual, expected, true) || fail(message, actual, expected, 'notDeepStrictEqual'),
    match: (text, pattern, message) => pattern.test(text) || fail(message, text, pattern, 'match'),
    doesNotMatch: (text, pattern, message) => !pattern.test(text) || fail(message, text, pattern, 'doesNotMatch'),
    fail: message => fail(message ?? 'Failed', undefined, undefined, 'fail'),
    ifError: value => value === null || value === undefined
        || fail(`ifError got unwanted exception: ${value?.message ?? value}`, value, null, 'ifError'),
    throws(callback, expected, message) {
        let error;
        try {
            callback();
        } catch (thrown) {
            error = {thrown};
        }
        judgeThrown(error, expected, message, 'Missing expected exception', 'throws');
    },
    async rejects(promise, expected, message) {
        let error;
        try {
            await (typeof promise === 'function' ? promise() : promise);
        } catch (thrown) {
            error = {thrown};
        }
        judgeThrown(error, expected, message, 'Missing expected rejection', 'rejects');
    },
    doesNotThrow(callback, expected, message) {
        try {
            callback();
        } catch (error) {
            const text = typeof expected === 'string' ? expected : message;
            fail(text ?? `Got unwanted exception.\nActual message: "${error?.message}"`, error, expected, 'doesNotThrow');
        }
    },
});

function judgeThrown(error, expected, message, missing, operator) {
    if (!error)
        fail(typeof expected === 'string' ? expected : message ?? `${missing}.`, undefined, expected, operator);
    if (isExpected(error.thrown, expected))
        return;
    if (typeof expected === 'function' && (expected === Error || expected.prototype instanceof Error))
        throw error.thrown;
    fail(message, error.thrown, expected, operator);
}

assert.strict = Object.assign((...given) => assert(...given), assert,
    {equal: assert.strictEqual, notEqual: assert.notStrictEqual, deepEqual: assert.deepStrictEqual, notDeepEqual: assert.notDeepStrictEqual});
assert.strict.strict = assert.strict;
