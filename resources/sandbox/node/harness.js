
// -- what a forked process does -------------------------------------------------------------------------------------------------------

/// The fields of a record about a failed test.
function describe(error, test, entry) {
    const isError = types.isNativeError(error);
    const place = isError ? /\/test\.js:(\d+)/.exec(textOf(error.stack)) : null;
    const line = place ? Number(place[1]) : 0;
    const statement = statementAt(test, line);
    const solutionLine = lines.get(error) ?? placeOf(error).line;
    const compared = error instanceof AssertionError && !solutionLine ? comparedTexts(error, statement, entry) : ['', ''];
    return [typeName(error), messageOf(error), ...compared, statement, `${solutionLine}`];
}

/// The assertion in a line of a test, else that line.
function statementAt(test, line) {
    const texts = test.code.split('\n');
    const begin = texts.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    const end = begin + (texts[line - 1] ?? '').length;
    const found = line > 0 && test.assertions.find(assertion => assertion.at <= end && assertion.end >= begin);
    return (found ? test.code.slice(found.at, found.end) : texts[line - 1] ?? '').trim().slice(0, 2000);
}

function prepareTest(setup, code) {
    const text = setup ? `${setup}\n${code}` : code;
    const assertions = assertionsIn(text);
    return {code: text, assertions, watched: watched(text, assertions)};
}

function reportTest(i, test, makeNames, entry) {
    const before = native.cpu() + link.cpu;
    runTest(test, makeNames);
    const used = native.cpu() + link.cpu - before;
    if (link.lost) {
        native.report(kind.lost, i, used, [link.lost]);
        native.exit(0);
    }
    if (link.cannotCross)
        native.report(kind.cannotCross, i, used, [link.cannotCross]);
    else if (link.failed)
        native.report(kind.failed, i, used, describe(link.failure, test, entry));
    else
        native.report(kind.passed, i, used, []);
    link.cannotCross = '';
}

function prepareTests(setup, codes) {
    const tests = [];
    for (let i = 0; i < codes.length; i += 2)
        tests.push(prepareTest(setup, codes[i + 1]));
    return tests;
}

function runTests(makeNames, entry, tests) {
    for (let i = 0; i < tests.length; ++i)
        reportTest(i, tests[i], makeNames, entry);
    native.report(kind.complete, tests.length, 0, []);
    native.exit(0);
}

/// The life of a process that holds the tests.
function serveTests(entry, setup, codes) {
    const tests = prepareTests(setup, codes); // while the program is loaded
    const frame = native.receive();
    const lose = why => {
        native.report(kind.lost, 0, 0, [why]);
        native.exit(0);
    };
    if (frame === undefined)
        lose('ended');
    let offers = null;
    let names = null;
    try {
        offers = parse(frame.slice(1));
        if (frame[0] === 'E') {
            native.report(kind.loadFailed, 0, native.cpu(), offers.slice(0, 4).map(String));
            native.exit(0);
        }
        expect(frame[0] === 'L');
        names = namesOf(offers, entry);
    } catch {
        lose('malformed');
    }
    const makeNames = () => {
        const made = names ?? namesOf(offers, entry); // every test gets names of its own
        names = null;
        return made;
    };
    runTests(makeNames, entry, tests);
}

/// An error that a program leaves to Node.js ends it, as everywhere; but Node's own way out waits for threads that a forked
/// process has not got.
function endUncaught(error) {
    if (process.listenerCount('uncaughtException') > 1)
        return; // the program has a listener of its own
    console.error(`Uncaught ${inspect(error).replace(/\n +at [^\n]*\b(?:harness\.js|node:internal)[^]*/, '')}`);
    process.exit(1);
}

/// What tests have in place of Node's own.
function beginTests() {
    defineProperty(console, 'assert', {value: assertOnConsole, writable: false, configurable: false});
}

/// What a forked process tells Node.js about itself.
function settleIn(onUncaught) {
    process.chdir('.'); // Node.js remembers where the server is
    defineProperty(process, 'pid', {value: native.pid(), enumerable: true, configurable: true});
    process.on('uncaughtException', onUncaught);
}

function live(side, program, entry, setup, codes) {
    settleIn(side === 'solution' ? endUncaught : note);
    if (side === 'solution')
        serveSolution(program);
    beginTests();
    if (side === 'tests')
        serveTests(entry, setup, codes);
    serveBoth(program, entry, setup, codes);
}

const rehearsed = 'module.exports = a => { if (a < 0) throw new RangeError(`below 0`); return a === 3 ? Promise.resolve(a) : [a, {a}, new Set([a])]; };\n';
const rehearsedTests = ['console.assert(f(1) !== 2, "text");', 'const t = () => { console.assert(f([1, "a", NaN, 1n, null, undefined]) === `b`); };\nt();',
    'assert.deepStrictEqual(f(1), [1, {a: 1}, new Set([1])]);', 'f(-1)', 'console.assert((await f(3)) == 3)', 'assert.equal(/a/, 2)'];

/// Lives both lives once, within this process.
function rehearseLives() {
    const calls = [];
    const frames = [];
    Object.assign(native, {report: () => {}, exit: () => {}, send: frame => frames.push(frame) > 0, receive: () => calls.shift()});
    calls.push('C' + stringify([[''], [['a', [1, 'a']]]]));
    serveSolution(rehearsed);
    const names = topLevelNames(rehearsed);
    let answered = frames[0];
    Object.assign(native, {send: call => { answered = answer(call, names, module); return true; }, receive: () => answered});
    serveTests('f', '', rehearsedTests.flatMap(test => ['', test]));
}

/// Does once what every attempt will do, so that its code is compiled.
function rehearse() {
    const real = {...native};
    settleIn(note);
    process.off('uncaughtException', note);
    for (let i = 0; i < 2; ++i) // so that regular expressions are compiled to the end, too
        rehearseLives();
    console.log('%s %d', 'text', 1, [1, {a: 'text'}]);
    console.error('');
    Object.assign(native, real);
    link.cpu = 0;
    for (const name of given)
        deleteProperty(global, name);
}

rehearse();
native.serve(plain, live);
