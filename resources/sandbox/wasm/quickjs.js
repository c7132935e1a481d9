
// -- QuickJS, and within it the harness of Node.js, on the small part of Node.js that realm.js makes --------

/// A QuickJS with one context, whose only ways out are the functions of callbacks.
async function loadQuickJS(script, binary, functions) {
    const wasm = new WebAssembly.Module(binary);
    const memory = new WebAssembly.Memory({initial: 256, maximum: 32768}); // pages of 64 KB
    const machine = {
        wasmMemory: memory,
        instantiateWasm(imports, receive) {
            const instance = new WebAssembly.Instance(wasm, imports);
            receive(instance, wasm);
            return instance.exports;
        },
    };
    const find = name => name === 'node:fs' ? {readFileSync() {}} : undefined;
    const names = ['require', 'process', 'module', 'exports', '__dirname', '__filename', 'define', 'console'];
    const module = {exports: {}};
    const quiet = {log() {}, error() {}, warn() {}};
    const make = compileFunction(script.toString(), names, {filename: 'quickjs.js'});
    make(find, {argv: [], exit: leave}, module, module.exports, '', '', undefined, quiet);
    const raw = await (module.exports.default ?? module.exports)(machine);
    const called = raw ?? machine;
    called.memory = memory;
    called.callbacks = {
        callFunction(_, context, self, count, values, id) {
            const given = Array.from({length: count}, (__, i) => called.q.argument(values, i));
            return called.q.wrap(context, functions[id - 1](given));
        },
        shouldInterrupt: () => 0,
        loadModuleSource: () => 0,
        normalizeModule: () => 0,
        freeHostRef() {},
    };
    return called;
}

const n = 'number', s = 'string';

/// The functions of QuickJS that the host uses.
function quickInterface(machine) {
    const wrap = (name, result, given) => machine.cwrap(`QTS_${name}`, result, given);
    const q = {
        newRuntime: wrap('NewRuntime', n, []), newContext: wrap('NewContext', n, [n, n]),
        evaluate: wrap('Eval', n, [n, n, n, s, n, n]),
        limitStack: wrap('RuntimeSetMaxStackSize', null, [n, n]),
        newFunction: wrap('NewFunction', n, [n, s, n, n, n]), global: wrap('GetGlobalObject', n, [n]),
        setProperty: wrap('SetProp', null, [n, n, n, n]), newString: wrap('NewString', n, [n, n]),
        newNumber: wrap('NewFloat64', n, [n, n]), undefined: wrap('GetUndefined', n, []), string: wrap('GetString', n, [n, n]),
        number: wrap('GetFloat64', n, [n, n]), argument: wrap('ArgvGetJSValueConstPointer', n, [n, n]),
        freeString: wrap('FreeCString', null, [n, n]), runJobs: wrap('ExecutePendingJob', n, [n, n, n]),
        duplicate: wrap('DupValuePointer', n, [n, n]), resolve: wrap('ResolveException', n, [n, n]),
    };
    q.wrap = (context, value) => typeof value === 'number' ? q.newNumber(context, value)
        : typeof value === 'string' ? q.text(context, value) : value?.pointer ?? q.duplicate(context, q.undefined());
    q.place = text => {
        const bytes = Buffer.from(text);
        const at = machine._malloc(bytes.length + 1);
        machine.HEAPU8.set(bytes, at);
        machine.HEAPU8[at + bytes.length] = 0;
        return [at, bytes.length];
    };
    q.text = (context, text) => {
        const [at] = q.place(text);
        const value = q.newString(context, at);
        machine._free(at);
        return value;
    };
    q.read = (context, value) => {
        const at = q.string(context, value);
        let end = at;
        while (machine.HEAPU8[end] !== 0)
            ++end;
        const text = Buffer.from(machine.HEAPU8.subarray(at, end)).toString();
        q.freeString(context, at);
        return text;
    };
    /// Evaluates a script; the pointer of its value, or of the exception.
    q.run = (context, text, file, flags) => {
        const [at, size] = q.place(text);
        const value = q.evaluate(context, at, size, file, 0, flags);
        machine._free(at);
        return value;
    };
    return q;
}

const compileOnly = 32;

/// What the harness may ask of the host, by its place in the list; each gets pointers of values.
function quickFunctions(state) {
    const text = value => state.q.read(state.context, value);
    const number = value => state.q.number(state.context, value);
    const receive = value => value === undefined ? undefined : `=${value}`;
    return {
        send: ([frame]) => native.send(text(frame)) ? 1 : 0,
        receive: () => receive(native.receive()),
        cpu: () => native.cpu(),
        report: ([what, index, cpu, fields]) =>
            native.report(number(what), number(index), number(cpu), JSON.parse(text(fields)).map(String)),
        exit: ([code]) => leave(number(code)),
        print: ([fd, bytes]) => writeOutput(number(fd), Buffer.from(text(bytes))),
        input: () => input.bytes.toString(),
        refuse: () => native.trySocket(),
        now: () => performance.now(),
        jobs: () => void state.q.runJobs(state.runtime, -1, state.slot),
        evaluate: ([code, file, flags]) => ({pointer: state.q.run(state.context, text(code), text(file), number(flags))}),
    };
}

async function startQuickJS() {
    const state = {};
    const functions = quickFunctions(state);
    const machine = await loadQuickJS(takeFile(0), takeFile(1), Object.values(functions));
    machine._malloc ??= machine.cwrap('malloc', n, [n]);
    const q = machine.q = quickInterface(machine);
    const runtime = q.newRuntime();
    q.limitStack(runtime, 256 * 1024);
    const context = q.newContext(runtime, 0);
    Object.assign(state, {machine, q, runtime, context, slot: machine._malloc(8)});
    const global = q.global(context);
    Object.keys(functions).forEach((name, i) =>
        q.setProperty(context, global, q.text(context, `host_${name}`), q.newFunction(context, name, 4, 0, i + 1)));
    const realm = `(function() { 'use strict';\n${native.realm}\n`
        + `return (function(native, require, plain) {\n${native.quickjs}\n})(native, innerRequire, false);\n})();`;
    runQuick(state, realm, 'harness.js');
    return state;
}

/// Runs a script of ours; throws what it throws.
function runQuick({machine, q, context}, text, file) {
    const value = q.run(context, text, file, 0);
    const error = q.resolve(context, value);
    if (error)
        throw new Error(`${q.read(context, error)}`);
}

/// By the machine's memory itself: what QuickJS counts is wrong in this build of it.
function limitQuickJS({machine: {memory}}, memoryMb) {
    const most = memory.buffer.byteLength + memoryMb * 1048576;
    memory.grow = pages => {
        if (memory.buffer.byteLength + pages * 65536 > most)
            throw new RangeError('the memory limit was reached');
        return WebAssembly.Memory.prototype.grow.call(memory, pages);
    };
}

/// Calls the harness within QuickJS, which ends the process.
function liveInQuickJS(state, side, program, entry, setup, codes) {
    const given = [side, program.toString(), entry ?? '', setup ?? '', JSON.stringify(codes ?? [])];
    runQuick(state, `host_live(${given.map(text => JSON.stringify(text)).join(',')})`, 'harness.js');
}

const serveQuickJSSolution = (state, program) => liveInQuickJS(state, 'solution', program);
const serveQuickJSTests = (state, entry, setup, codes) => liveInQuickJS(state, 'tests', Buffer.alloc(0), entry, setup, codes);
const serveQuickJSBoth = (state, program, entry, setup, codes) => liveInQuickJS(state, 'both', program, entry, setup, codes);

function serveQuickJSProgram(state, program, text) {
    beginProgram(text);
    liveInQuickJS(state, 'program', program);
}
