
// -- programs that are WebAssembly themselves: Rust, compiled for WASI --------
//
// WASI is the few calls below: no folder is open, so no file can be; no clock but the time; no process, no socket. The module
// wasi of Node.js would make real system calls for them.

const wasiError = {badDescriptor: 8, unsupported: 52};

// A module with a memory and one function, autodidact_test, that does nothing.
const emptyModule = Buffer.from('0061736d0100000001050160017f00030201000503010001071c02066d656d6f72790200'
    + '0f6175746f6469646163745f7465737400000a040102000b', 'hex');

/// Has the engine make what it makes once for all modules.
async function startRust() {
    instantiate(new WebAssembly.Module(emptyModule)).exports.autodidact_test(0);
    return {};
}

/// The end of an instance that the host itself decided.
class Ended extends Error {}

function wasiCalls(memory) {
    const view = () => new DataView(memory().buffer);
    const pieces = (at, count) => Array.from({length: count}, (_, i) => {
        const place = (at >>> 0) + 8 * i;
        return new Uint8Array(memory().buffer, view().getUint32(place, true), view().getUint32(place + 4, true));
    });
    const put32 = (at, value) => view().setUint32(at >>> 0, value, true);
    const put64 = (at, value) => view().setBigUint64(at >>> 0, value, true);
    const none = (count, size) => {
        put32(count, 0);
        put32(size, 0);
        return 0;
    };
    const nanoseconds = id => id === 0 ? BigInt(Date.now()) * 1000000n : BigInt(Math.floor(performance.now() * 1e6));
    return {
        args_sizes_get: none, environ_sizes_get: none, args_get: () => 0, environ_get: () => 0,
        fd_write(fd, at, count, written) {
            if (fd !== 1 && fd !== 2)
                return wasiError.badDescriptor;
            const bytes = Buffer.concat(pieces(at, count));
            writeOutput(fd, bytes);
            put32(written, bytes.length);
            return 0;
        },
        fd_read(fd, at, count, read) {
            if (fd !== 0)
                return wasiError.badDescriptor;
            let size = 0;
            for (const piece of pieces(at, count)) {
                const part = input.bytes.subarray(input.at, input.at + piece.length);
                piece.set(part);
                input.at += part.length;
                size += part.length;
            }
            put32(read, size);
            return 0;
        },
        fd_fdstat_get(fd, at) {
            if (fd > 2)
                return wasiError.badDescriptor;
            new Uint8Array(memory().buffer, at >>> 0, 24).fill(0);
            view().setUint8(at >>> 0, 2); // a character device
            put64((at >>> 0) + 8, 0x3fffffffn);
            return 0;
        },
        clock_time_get(id, precision, at) {
            put64(at, nanoseconds(id));
            return 0;
        },
        /// Sleeps: waits for the first of some clocks, and for nothing else.
        poll_oneoff(subscriptions, events, count, happened) {
            const clocks = Array.from({length: count >>> 0}, (_, i) => (subscriptions >>> 0) + 48 * i);
            if (clocks.length === 0 || clocks.some(at => view().getUint8(at + 8) !== 0))
                return wasiError.unsupported;
            const left = at => {
                const time = view().getBigUint64(at + 24, true);
                return view().getUint16(at + 40, true) & 1 ? time - nanoseconds(view().getUint32(at + 16, true)) : time;
            };
            const [first, time] = clocks.map(at => [at, left(at)]).reduce((one, other) => other[1] < one[1] ? other : one);
            if (time > 0n)
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(time) / 1e6);
            put64(events, view().getBigUint64(first, true));
            view().setUint16((events >>> 0) + 8, 0, true);
            view().setUint8((events >>> 0) + 10, 0);
            put32(happened, 1);
            return 0;
        },
        random_get(at, size) {
            fillRandomly(new Uint8Array(memory().buffer, at >>> 0, size >>> 0));
            return 0;
        },
        sched_yield: () => 0,
        proc_exit: leave,
        fd_close: () => wasiError.badDescriptor, fd_seek: () => wasiError.badDescriptor,
        fd_prestat_get: () => wasiError.badDescriptor, fd_prestat_dir_name: () => wasiError.badDescriptor,
    };
}

function readFields(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const fields = [];
    for (let at = 0; at + 4 <= bytes.length && fields.length < 6;) {
        const size = view.getUint32(at, true);
        fields.push(Buffer.from(bytes.subarray(at + 4, at + 4 + size)).toString());
        at += 4 + size;
    }
    return fields;
}

/// A fresh instance: {exports, failure}, where failure() tells what it said of its end.
function instantiate(module) {
    let instance = null;
    let fields = null;
    const memory = () => instance.exports.memory;
    const own = {
        failed(at, size) {
            fields = readFields(new Uint8Array(memory().buffer, at >>> 0, size >>> 0).slice());
        },
        no_memory() {
            fields = ['MemoryError', 'the memory limit was reached', '', '', '', '0'];
            throw new Ended('no memory');
        },
    };
    const known = {autodidact: own, wasi_snapshot_preview1: wasiCalls(memory)};
    const imports = {};
    for (const {module: from, name} of WebAssembly.Module.imports(module))
        (imports[from] ??= {})[name] = known[from]?.[name] ?? (() => wasiError.unsupported);
    instance = new WebAssembly.Instance(module, imports);
    return {exports: instance.exports, failure: () => fields};
}

function trapFields(error) {
    const deep = error instanceof RangeError || /out of bounds/.test(error.message);
    return ['trap', deep ? `${error.message} (the stack may have overflowed)` : `${error.message}`, '', '', '', '0'];
}

function serveRustBoth(server, program, entry, setup, codes) {
    const module = new WebAssembly.Module(program);
    codes.forEach((_, i) => {
        const before = native.cpu();
        const {exports, failure} = instantiate(module);
        let trap = null;
        try {
            exports._initialize?.();
            exports.autodidact_test(i);
        } catch (error) {
            trap = error;
        }
        const fields = failure() ?? (trap && trapFields(trap));
        native.report(fields ? kind.failed : kind.passed, i, native.cpu() - before, fields ?? []);
    });
    native.report(kind.complete, codes.length, 0, []);
    native.exit(0);
}

const exitPanic = 101; // as a native program ends

function serveRustProgram(server, program, text) {
    beginProgram(text);
    const {exports, failure} = instantiate(new WebAssembly.Module(program));
    try {
        exports._start();
    } catch (error) {
        if (error instanceof Ended)
            leave(memoryExit);
        if (!failure())
            writeOutput(2, Buffer.from(`${error.message}\n`));
        leave(exitPanic);
    }
    leave(0);
}
