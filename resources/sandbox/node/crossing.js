'use strict';
// Loaded once by every warm Node server, before it forks, as one function(native, require,
// plain) together with decoding.js, program.js, comparisons.js and harness.js. Nothing here knows a task.
//
// This part is what crosses between the solution's process and the tests': exact plain values as JSON, and back. Everything
// that is used is taken now: a program may replace any global name or method, in its own process.

const {
    Array, ArrayBuffer, BigInt, Boolean, Buffer, Date, Error, JSON, Map, Number, Object, Promise, RangeError, Reflect, RegExp,
    Set, String, Symbol, Uint8Array, globalThis: global, process,
} = globalThis;
const {format, inspect, types} = require('util');
const {apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys} = Reflect;
const {parse, stringify} = JSON;
const {isArray} = Array;
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const hasOwn = uncurry(Object.prototype.hasOwnProperty);
const getterOf = (prototype, key) => uncurry(getOwnPropertyDescriptor(prototype, key).get);
const regExpSource = getterOf(RegExp.prototype, 'source');
const regExpFlags = getterOf(RegExp.prototype, 'flags');
const typedArrayName = getterOf(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);
const getTime = uncurry(Date.prototype.getTime);
const forEachOfMap = uncurry(Map.prototype.forEach);
const forEachOfSet = uncurry(Set.prototype.forEach);
const base64 = uncurry(Buffer.prototype.toString);
const bytesFrom = Buffer.from;
const arrayIterator = uncurry(Array.prototype[Symbol.iterator]);

const maxDepth = 1000;
const maxItems = 100_000; // of an iterator
const typedArrays = new Map(['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array',
    'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'].map(name => [name, global[name]]));
typedArrays.set('Buffer', Buffer);
const errorTypes = new Map(['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']
    .map(name => [name, global[name]]));

/// Why a value cannot cross.
class Refusal {
    constructor(what) {
        this.what = what;
    }
}

function refuse(what) {
    throw new Refusal(String(what).slice(0, 100));
}

function classOf(value) {
    const prototype = getPrototypeOf(value);
    const constructor = prototype && prototype.constructor;
    return typeof constructor === 'function' && typeof constructor.name === 'string' && constructor.name || 'object of its own kind';
}

/// A function that turns values into nodes of JSON. Objects count from 0 in the order of their first sight and are told
/// again by that number. known: objects that the other side has, by number; renew: their contents are told once more.
function makeEncoder(known = new Map(), renew = false) {
    const ids = new Map(known);
    const renewed = new Set();
    let next = ids.size;

    function node(value, depth) {
        switch (typeof value) {
        case 'string': case 'boolean': return value;
        case 'undefined': return ['u'];
        case 'number': return Number.isFinite(value) && !Object.is(value, -0) ? value : ['n', Object.is(value, -0) ? '-0' : `${value}`];
        case 'bigint': return ['i', `${value}`];
        case 'object': return value === null ? null : ofObject(value, depth);
        default: return refuse(typeof value);
        }
    }

    function ofObject(object, depth) {
        if (types.isProxy(object))
            refuse('Proxy');
        const id = ids.get(object);
        if (id !== undefined && !(renew && known.has(object) && !renewed.has(object)))
            return ['r', id];
        if (depth > maxDepth)
            refuse('value that is too deeply nested');
        if (id === undefined)
            ids.set(object, next++);
        renewed.add(object);
        const content = contentOf(object, depth + 1);
        return id === undefined ? content : ['k', id, content];
    }

    function contentOf(object, depth) {
        const prototype = getPrototypeOf(object);
        if (isArray(object))
            return prototype === Array.prototype ? ofArray(object, depth) : refuse(classOf(object));
        if (types.isNativeError(object))
            return ofError(object, depth);
        if ((prototype === Object.prototype || prototype === null) && !types.isArgumentsObject(object))
            return ['o', prototype === null, properties(object, ownKeys(object), depth)];
        if (types.isTypedArray(object))
            return ofTypedArray(object, prototype);
        if (types.isGeneratorObject(object) || types.isMapIterator(object) || types.isSetIterator(object))
            return ['g', items(object, depth)];
        if (ownKeys(object).length > (types.isRegExp(object) ? 1 : 0))
            refuse(`${classOf(object)} with properties of its own`);
        const parts = [];
        if (types.isMap(object) && prototype === Map.prototype)
            forEachOfMap(object, (item, key) => parts.push(node(key, depth), node(item, depth)));
        else if (types.isSet(object) && prototype === Set.prototype)
            forEachOfSet(object, item => parts.push(node(item, depth)));
        else if (types.isDate(object) && prototype === Date.prototype)
            return ['d', node(getTime(object), depth)];
        else if (types.isRegExp(object) && prototype === RegExp.prototype)
            return ['x', regExpSource(object), regExpFlags(object), object.lastIndex];
        else if (types.isArrayBuffer(object) && prototype === ArrayBuffer.prototype)
            return ['y', base64(bytesFrom(object), 'base64')];
        else
            refuse(classOf(object));
        return [types.isMap(object) ? 'm' : 's', parts];
    }

    function ofArray(array, depth) {
        const parts = [];
        let holes = 0;
        for (let i = 0; i < array.length; ++i) {
            const hole = array[i] === undefined && !hasOwn(array, i);
            holes += hole ? 1 : 0;
            parts.push(hole ? ['h'] : node(array[i], depth));
        }
        const keys = ownKeys(array);
        if (keys.length - 1 === parts.length - holes)
            return ['a', parts];
        return ['a', parts, properties(array, keys.filter(key => key !== 'length' && !/^\d+$/.test(String(key))), depth)];
    }

    function properties(object, keys, depth) {
        const parts = [];
        for (const key of keys) {
            const {value, enumerable, get, set} = getOwnPropertyDescriptor(object, key);
            if (typeof key === 'symbol' || !enumerable || get || set)
                refuse(`${classOf(object)} with a hidden or computed property`);
            parts.push(key, node(value, depth));
        }
        return parts;
    }

    function ofTypedArray(array, prototype) {
        const name = prototype === Buffer.prototype ? 'Buffer' : typedArrayName(array);
        if (prototype !== typedArrays.get(name).prototype)
            refuse(classOf(array));
        return ['t', name, base64(bytesFrom(array.buffer, array.byteOffset, array.byteLength), 'base64')];
    }

    function items(iterator, depth) {
        const parts = [];
        for (const item of iterator) {
            if (parts.push(node(item, depth)) > maxItems)
                refuse('endless iterator');
        }
        return parts;
    }

    function ofError(error, depth) {
        const parts = [];
        for (const key of ownKeys(error)) {
            const {value, enumerable} = getOwnPropertyDescriptor(error, key);
            if (typeof key === 'string' && enumerable && key !== 'message' && key !== 'name') {
                try {
                    parts.push(key, makeEncoder()(value, depth));
                } catch {
                    parts.length -= parts.length % 2; // what is not plain stays behind
                }
            }
        }
        return ['e', errorNames(error), textOf(error.name), textOf(error.message), parts];
    }

    const encode = (value, depth = 0) => node(value, depth);
    encode.objects = () => [...ids.keys()]; // by number
    return encode;
}

function textOf(value) {
    return typeof value === 'string' ? value : '';
}

/// The names of an error's classes up to the first built-in one.
function errorNames(error) {
    const names = [];
    for (let prototype = getPrototypeOf(error); prototype && names.length < 20; prototype = getPrototypeOf(prototype)) {
        const constructor = prototype.constructor;
        const name = textOf(typeof constructor === 'function' && constructor.name);
        names.push(name);
        if (errorTypes.get(name) === constructor)
            return names;
    }
    return ['Error'];
}
