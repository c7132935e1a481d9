
// -- what a server does before its first fork, and what a forked process does --------

const machines = {
    python: {
        start: startPython,
        limit(server, memoryMb) {
            server.limit.bytes = server.machine.HEAPU8.length + memoryMb * 1048576;
        },
        solution: servePythonSolution, tests: servePythonTests, both: servePythonBoth, program: servePythonProgram,
    },
    javascript: {
        start: startQuickJS, limit: limitQuickJS,
        solution: serveQuickJSSolution, tests: serveQuickJSTests, both: serveQuickJSBoth, program: serveQuickJSProgram,
    },
    rust: {
        start: startRust,
        limit() {}, // its memory has a maximum of its own
        both: serveRustBoth, program: serveRustProgram,
    },
};

const chosen = machines[language];
let server = null;

/// A machine that cannot go on: its program recursed too deeply, or broke it.
function endBroken(error) {
    writeOutput(2, Buffer.from(`the program was stopped: ${error?.message ?? error}\n`));
    leave(/allocat|memory/i.test(`${error?.message}`) && error instanceof RangeError ? memoryExit : 134);
}

function live(side, program, entry, setup, tests, memoryMb) {
    chosen.limit(server, memoryMb);
    const codes = tests?.filter((_, i) => i % 2 === 1); // names are for the core
    try {
        switch (side) {
        case 'solution': return chosen.solution(server, program);
        case 'tests': return chosen.tests(server, entry, setup, codes);
        case 'program': return chosen.program(server, program, codes[0]);
        default: return chosen.both(server, program, entry, setup, codes);
        }
    } catch (error) {
        endBroken(error);
    }
}

/// Does what attempts will need once, as long as files can be opened, and serves.
async function start() {
    server = await chosen.start();
    new Date().toString();
    writeOutput(2, Buffer.alloc(0));
    native.serveWasm(filterOnly, live);
}

start().catch(error => {
    console.error(error?.stack ?? error);
    process.exit(1);
});
