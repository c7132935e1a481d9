// A small part of Node.js for programs within QuickJS: what the harness and common programs use of it. Followed by
// inspect.js, assert.js and modules.js, within one function; what it gets from the host is taken from the global object.

const host = {};
for (const name of Object.getOwnPropertyNames(globalThis).filter(name => name.startsWith('host_'))) {
    host[name.slice(5)] = globalThis[name];
    delete globalThis[name];
}
const {apply: applyFunction} = Reflect;
const callOf = method => (self, ...given) => applyFunction(method, self, given);
const tagOf = callOf(Object.prototype.toString);
const works = (method, value) => {
    try {
        applyFunction(method, value, []);
        return true;
    } catch {
        return false;
    }
};
const getter = (prototype, key) => Object.getOwnPropertyDescriptor(prototype, key).get;
const mapSize = getter(Map.prototype, 'size');
const setSize = getter(Set.prototype, 'size');
const bufferSize = getter(ArrayBuffer.prototype, 'byteLength');
const dateTime = Date.prototype.getTime;
const patternSource = getter(RegExp.prototype, 'source');
const arrayName = getter(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);
const isObject = value => value !== null && (typeof value === 'object' || typeof value === 'function');
const hasTag = tag => value => isObject(value) && tagOf(value) === `[object ${tag}]`;

/// util.types; a Proxy cannot be told from what it stands for, and crosses as that.
const types = {
    isProxy: () => false,
    isNativeError: value => isObject(value) && value instanceof Error
        && (hasTag('Error')(value) || typeof value.stack === 'string'),
    isMap: value => isObject(value) && works(mapSize, value),
    isSet: value => isObject(value) && works(setSize, value),
    isDate: value => isObject(value) && works(dateTime, value),
    isRegExp: value => isObject(value) && value !== RegExp.prototype && works(patternSource, value),
    isArrayBuffer: value => isObject(value) && works(bufferSize, value),
    isTypedArray: value => isObject(value) && applyFunction(arrayName, value, []) !== undefined,
    isGeneratorObject: hasTag('Generator'),
    isMapIterator: hasTag('Map Iterator'),
    isSetIterator: hasTag('Set Iterator'),
    isArgumentsObject: hasTag('Arguments'),
    isPromise: value => isObject(value) && value instanceof Promise,
};

// -- bytes --------

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes) {
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
        const word = bytes[i] << 16 | (bytes[i + 1] ?? 0) << 8 | (bytes[i + 2] ?? 0);
        for (let j = 0; j < 4; ++j)
            text += i + j > bytes.length ? '=' : base64Digits[word >> (18 - 6 * j) & 63];
    }
    return text;
}

function fromBase64(text) {
    const bytes = [];
    let word = 0;
    let bits = 0;
    for (const digit of text) {
        const value = base64Digits.indexOf(digit);
        if (value < 0)
            continue;
        word = word << 6 | value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push(word >> bits & 255);
        }
    }
    return bytes;
}

const toUtf8 = text => Array.from(unescape(encodeURIComponent(text)), letter => letter.charCodeAt(0));

function fromUtf8(bytes) {
    let text = '';
    for (const byte of bytes)
        text += `%${byte.toString(16).padStart(2, '0')}`;
    try {
        return decodeURIComponent(text);
    } catch {
        return Array.from(bytes, byte => String.fromCharCode(byte < 128 ? byte : 0xfffd)).join('');
    }
}

const hexPairs = text => (text.match(/[0-9a-f]{2}/gi) ?? []).map(pair => parseInt(pair, 16));

class Buffer extends Uint8Array {
    static from(source, encoding) {
        if (typeof source === 'string') {
            const bytes = encoding === 'base64' ? fromBase64(source) : encoding === 'hex' ? hexPairs(source) : toUtf8(source);
            return new Buffer(bytes);
        }
        if (types.isArrayBuffer(source))
            return new Buffer(source, ...[...arguments].slice(1));
        return new Buffer(source);
    }
    static alloc(size, fill = 0) {
        return new Buffer(size).fill(fill);
    }
    static isBuffer(value) {
        return value instanceof Buffer;
    }
    static concat(list) {
        return new Buffer(list.flatMap(part => [...part]));
    }
    static byteLength(text) {
        return toUtf8(text).length;
    }
    toString(encoding) {
        if (encoding === 'base64')
            return toBase64(this);
        if (encoding === 'hex')
            return Array.from(this, byte => byte.toString(16).padStart(2, '0')).join('');
        return fromUtf8(this);
    }
}

// -- time: timers run when nothing else does --------

let timers = [];
let timerCount = 0;

function addTimer(callback, delay, given, again) {
    const id = ++timerCount;
    const wait = Math.max(1, Number(delay) || 0);
    timers.push({id, callback, given, at: host.now() + wait, wait, again});
    return id;
}

function removeTimer(id) {
    timers = timers.filter(timer => timer.id !== id);
}

/// Waits for the next timer and runs it. False when there is none.
function turn() {
    if (timers.length === 0)
        return false;
    const next = timers.reduce((first, timer) => timer.at < first.at ? timer : first);
    while (host.now() < next.at)
        continue;
    if (next.again)
        next.at = host.now() + next.wait;
    else
        removeTimer(next.id);
    try {
        next.callback(...next.given);
    } catch (error) {
        uncaught(error);
    }
    host.jobs();
    return true;
}

function uncaught(error) {
    for (const listener of listeners.uncaughtException ?? [])
        listener(error);
}

const define = (name, value) => Object.defineProperty(globalThis, name, {value, writable: true, configurable: true, enumerable: false});
define('Buffer', Buffer);
define('setTimeout', (callback, delay, ...given) => addTimer(callback, delay, given, false));
define('setInterval', (callback, delay, ...given) => addTimer(callback, delay, given, true));
define('setImmediate', (callback, ...given) => addTimer(callback, 0, given, false));
for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate'])
    define(name, removeTimer);
define('queueMicrotask', callback => void Promise.resolve().then(callback));
define('global', globalThis);
define('fetch', () => { host.refuse(); return Promise.reject(new Error('no network')); });

const listeners = {};
const process = {
    argv: ['/usr/bin/node', '/work/solution.js'], env: {}, pid: 2, platform: 'linux', version: 'v20.0.0', versions: {},
    exitCode: undefined, execArgv: [],
    cwd: () => '/work',
    chdir() {},
    exit: code => host.exit(Number(code ?? process.exitCode) || 0),
    nextTick: (callback, ...given) => void Promise.resolve().then(() => callback(...given)),
    on: (event, listener) => { (listeners[event] ??= []).push(listener); return process; },
    once: (event, listener) => process.on(event, listener),
    off(event, listener) {
        listeners[event] = (listeners[event] ?? []).filter(one => one !== listener);
        return process;
    },
    listenerCount: event => (listeners[event] ?? []).length,
    hrtime: Object.assign(() => [Math.floor(host.now() / 1000), Math.floor(host.now() % 1000 * 1e6)],
        {bigint: () => BigInt(Math.floor(host.now() * 1e6))}),
    memoryUsage: () => ({rss: 0, heapTotal: 0, heapUsed: 0, external: 0}),
    uptime: () => host.now() / 1000,
    stdout: {write: text => { host.print(1, String(text)); return true; }, isTTY: false},
    stderr: {write: text => { host.print(2, String(text)); return true; }, isTTY: false},
    _tickCallback: () => host.jobs(),
};
define('process', process);
