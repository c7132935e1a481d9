
// -- modules, scripts, and what the harness calls native --------

class MissingModule extends Error {
    constructor(name) {
        super(`Cannot find module '${name}'`);
        this.code = 'MODULE_NOT_FOUND';
    }
}
Object.defineProperty(MissingModule.prototype, 'constructor', {value: Error});

const evaluateIn = (code, file, flags) => host.evaluate(code, file, flags);

class Script {
    constructor(source, {filename = 'script.js'} = {}) {
        this.source = source;
        this.filename = filename;
        evaluateIn(source, filename, 32); // compiled only
    }
    runInThisContext() {
        return evaluateIn(this.source, this.filename, 0);
    }
}

function compileWithParameters(code, parameters, {filename}) {
    return evaluateIn(`(function(${parameters.join(',')}) {${code}\n})`, filename, 0);
}

const standardInput = {
    text: undefined,
    read() {
        return this.text ??= host.input();
    },
};

function missingFile(path) {
    return Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`),
        {code: 'ENOENT', errno: -2, syscall: 'open', path});
}

const files = {
    readFileSync(path, options) {
        if (path !== 0 && path !== '/dev/stdin')
            throw missingFile(path);
        const text = standardInput.read();
        return options === undefined || options === null ? Buffer.from(text) : text;
    },
    writeSync: (fd, text) => { host.print(fd, String(text)); return String(text).length; },
    writeFileSync(path, text) {
        if (path !== 1 && path !== '/dev/stdout')
            throw missingFile(path);
        host.print(1, String(text));
    },
    existsSync: path => path === '/dev/stdin' || path === '/work',
    readdirSync(path) {
        if (path !== '/work' && path !== '.')
            throw missingFile(path);
        return [];
    },
};

/// Tells handlers of the whole standard input, in pieces as they ask for them, when nothing else runs.
function inputStream() {
    const handlers = {};
    let begun = false;
    const emit = (event, ...given) => (handlers[event] ?? []).forEach(handler => handler(...given));
    const begin = () => {
        if (begun)
            return;
        begun = true;
        setTimeout(() => {
            const text = standardInput.read();
            if (text !== '')
                emit('data', text);
            emit('end');
            emit('close');
        }, 0);
    };
    const stream = {
        fd: 0, isTTY: false,
        setEncoding: () => stream, resume: () => { begin(); return stream; }, pause: () => stream, unref: () => stream,
        on(event, handler) {
            (handlers[event] ??= []).push(handler);
            if (event === 'data' || event === 'end')
                begin();
            return stream;
        },
        async *[Symbol.asyncIterator]() { yield standardInput.read(); },
    };
    stream.once = stream.addListener = stream.on;
    return stream;
}
process.stdin = inputStream();

const linesOfInput = () => {
    const list = standardInput.read().split(/\r?\n/);
    if (list[list.length - 1] === '')
        list.pop();
    return list;
};

const readline = {
    createInterface() {
        const handlers = {};
        const waiting = [];
        let left = null;
        let closed = false;
        const emit = (event, ...given) => (handlers[event] ?? []).slice().forEach(handler => handler(...given));
        const step = () => {
            left ??= linesOfInput();
            if (closed)
                return;
            if (left.length === 0)
                return reader.close();
            const line = left.shift();
            waiting.length > 0 ? waiting.shift()(line) : emit('line', line);
            if (waiting.length > 0 || handlers.line || left.length === 0)
                setTimeout(step, 0);
        };
        const reader = {
            on(event, handler) {
                (handlers[event] ??= []).push(handler);
                if (event === 'line')
                    setTimeout(step, 0);
                return reader;
            },
            question(prompt, answer) {
                process.stdout.write(prompt);
                waiting.push(answer);
                setTimeout(step, 0);
            },
            close() {
                if (!closed) {
                    closed = true;
                    emit('close');
                }
            },
            setPrompt() {}, prompt() {}, pause: () => reader, resume: () => reader,
            async *[Symbol.asyncIterator]() { yield* linesOfInput(); },
        };
        reader.once = reader.addListener = reader.on;
        return reader;
    },
};

const util = {
    inspect, format, types,
    isDeepStrictEqual: (left, right) => sameValue(left, right, true),
    promisify: callback => (...given) => new Promise((resolve, reject) =>
        callback(...given, (error, value) => error ? reject(error) : resolve(value))),
    inherits: (type, base) => Object.setPrototypeOf(type.prototype, base.prototype),
};
const path = {
    sep: '/', join: (...parts) => parts.filter(Boolean).join('/').replace(/\/+/g, '/'), basename: name => name.split('/').pop(),
    dirname: name => name.split('/').slice(0, -1).join('/') || '.', extname: name => /\.[^./]*$/.exec(name)?.[0] ?? '',
    resolve: (...parts) => path.join('/work', ...parts),
};

const forbiddenModules = new Set(['net', 'http', 'https', 'http2', 'tls', 'dgram', 'dns']);
const builtins = {
    assert, 'assert/strict': assert.strict, util, fs: files, readline, path, process, buffer: {Buffer},
    vm: {Script, compileFunction: compileWithParameters},
    os: {EOL: '\n', cpus: () => [], platform: () => 'linux'}, perf_hooks: {performance: {now: () => host.now()}},
    timers: {setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate},
};
define('performance', builtins.perf_hooks.performance);

/// A module of the network: whoever calls anything of it has tried what is forbidden.
const refusedModule = new Proxy({}, {
    get: () => function () {
        host.refuse();
        throw new Error('no network');
    },
});

function innerRequire(name) {
    const plain = String(name).replace(/^node:/, '');
    if (plain === 'module')
        return innerModule;
    if (forbiddenModules.has(plain))
        return refusedModule;
    if (!Object.hasOwn(builtins, plain))
        throw new MissingModule(name);
    return builtins[plain];
}

const innerModule = {
    builtinModules: Object.keys(builtins),
    isBuiltin: name => Object.hasOwn(builtins, String(name).replace(/^node:/, '')),
    createRequire: () => innerRequire,
};
for (const module of [assert, util, files, path, readline])
    Object.freeze(module);

let serveLive = null;
const native = {
    send: text => host.send(text) === 1,
    receive: () => host.receive()?.slice(1),
    cpu: () => host.cpu(),
    pid: () => 2,
    report: (kind, index, cpu, fields) => host.report(kind, index, cpu, JSON.stringify(fields)),
    exit: code => host.exit(Number(code) || 0),
    turn,
    serve: (plain, live) => { serveLive = live; },
};

/// Runs a program that reads standard input, to the end of its last timer. Exit codes as in programrun.js.
function runProgram(source) {
    let script = null;
    const require = innerRequire;
    try {
        script = new Script(source, {filename: 'program.js'});
    } catch (error) {
        host.print(2, `\nsyntax ${/program\.js:(\d+)/.exec(error.stack)?.[1] ?? 0} 0 ${error.message}\n`);
        host.exit(89);
    }
    Object.assign(globalThis, {require, module: {exports: {}}, exports: {}});
    const end = error => {
        host.print(2, `${error?.name}: ${error?.message}\n${error?.stack ?? ''}\n`);
        host.exit(error?.code === 'MODULE_NOT_FOUND' ? 88 : error?.name === 'InternalError' && /memory/.test(error.message) ? 87 : 1);
    };
    process.on('uncaughtException', end);
    try {
        script.runInThisContext();
        for (host.jobs(); turn();)
            continue;
    } catch (error) {
        end(error);
    }
    host.exit(Number(process.exitCode) || 0);
}

Object.defineProperty(globalThis, 'host_live', {
    configurable: true,
    value(side, program, entry, setup, codes) {
        delete globalThis.host_live;
        if (side === 'program')
            return runProgram(program);
        return serveLive(side, program, entry, setup, JSON.parse(codes).flatMap(code => ['', code]));
    },
});
