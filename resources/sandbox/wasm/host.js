'use strict';
// Runs programs on a machine of WebAssembly: loaded once by every warm server, before it forks, as one function(native,
// require, language, filterOnly) together with python.js, pythonsides.js, quickjs.js and start.js. Nothing here knows a task.
//
// A program can do what its machine's imports do, and nothing else: they are let in one by one (see gate). Behind them stand
// a process that can open nothing (see sealedCalls in core/sandbox/launcher/filter.cpp), and bubblewrap where that works.

const {closeSync, readFileSync, writeSync} = require('fs');
const {compileFunction} = require('vm');
const firstFile = 8; // openedFd of core/sandbox/wire.h
const kind = {passed: 1, failed: 2, loadFailed: 3, complete: 4, text: 5, lost: 6, cannotCross: 7};
const memoryExit = 87;

function takeFile(number) {
    const bytes = readFileSync(firstFile + number);
    closeSync(firstFile + number);
    return bytes;
}

/// Lets a machine have, of the imports it asks for, those in a list, and replaces the others in place by what
/// refuse(name, sig) gives: also those that the machine could look up later.
function gate(imports, allowed, refuse) {
    for (const name of Object.keys(imports)) {
        if (typeof imports[name] === 'function' && !allowed.has(name))
            imports[name] = Object.assign(refuse(name, imports[name].sig ?? 'i'), {sig: imports[name].sig});
    }
}

// What a program that reads standard input wrote to standard output, told as a record when it ends; null elsewhere.
let captured = null;
const mostCaptured = 2 << 20;

/// What the standard output and error of a program are: the pipe to the core, which counts.
function writeOutput(fd, bytes) {
    if (captured && fd === 1) {
        if (captured.size < mostCaptured)
            captured.parts.push(Buffer.from(bytes));
        captured.size += bytes.length;
        return;
    }
    for (let at = 0; at < bytes.length;)
        at += writeSync(fd, bytes, at, bytes.length - at);
}

/// Standard input of such a program.
const input = {bytes: Buffer.alloc(0), at: 0};

function beginProgram(text) {
    captured = {parts: [], size: 0};
    input.bytes = Buffer.from(text ?? '');
}

/// Ends the process as the program asked.
function leave(code) {
    if (captured)
        native.report(kind.text, 0, 0, ['stdout', Buffer.concat(captured.parts).toString().slice(0, mostCaptured)]);
    native.exit(code & 255);
}

function fillRandomly(bytes) {
    for (let i = 0; i < bytes.length; ++i)
        bytes[i] = Math.floor(Math.random() * 256); // seeded: what is random begins alike in every server
}
