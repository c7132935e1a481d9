
// -- what a forked process does -------------------------------------------------------------------------------------------------------

/// The fields of a record about a failed test.
function describe(error, test, entry) {
    const isError = types.isNativeError(error);
    const place = isError ? /\/test\.js:(\d+)/.exec(textOf(error.stack)) : null;
    const line = place ? Number(place[1]) : 0;
    const statement = statementAt(test, line);
    const solutionLine = isError && lines.get(error) || 0;
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

function prepareTest(name, setup, code) {
    const text = setup ? `${setup}\n${code}` : code;
    const assertions = assertionsIn(text);
    return {name, code: text, assertions, watched: watched(text, assertions)};
}

function reportTest(i, test, offers, entry) {
    const before = native.cpu() + link.cpu;
    const failure = failureOf(test, offers, entry);
    const used = native.cpu() + link.cpu - before;
    if (link.lost) {
        native.report(kind.lost, i, used, [link.lost]);
        native.exit(0);
    }
    if (link.cannotCross)
        native.report(kind.cannotCross, i, used, [link.cannotCross]);
    else if (failure)
        native.report(kind.failed, i, used, describe(failure.error, test, entry));
    else
        native.report(kind.passed, i, used, []);
    link.cannotCross = '';
}

function runTests(offers, entry, setup, codes) {
    for (let i = 0; i < codes.length; i += 2)
        reportTest(i / 2, prepareTest(codes[i], setup, codes[i + 1]), offers, entry);
    native.report(kind.complete, codes.length / 2, 0, []);
    native.exit(0);
}

/// The life of a process that holds the tests.
function serveTests(entry, setup, codes) {
    const frame = native.receive();
    const lose = why => {
        native.report(kind.lost, 0, 0, [why]);
        native.exit(0);
    };
    if (frame === undefined)
        lose('ended');
    let offers = null;
    try {
        offers = parse(frame.slice(1));
        if (frame[0] === 'E') {
            native.report(kind.loadFailed, 0, native.cpu(), offers.slice(0, 4).map(String));
            native.exit(0);
        }
        expect(frame[0] === 'L');
        namesOf(offers, entry);
    } catch {
        lose('malformed');
    }
    runTests(offers, entry, setup, codes);
}

/// What tests have in place of Node's own.
function beginTests() {
    console.assert = assertOnConsole;
    process.on('uncaughtException', error => link.failures.push(error));
}

function live(side, program, entry, setup, codes) {
    defineProperty(process, 'pid', {value: native.pid(), enumerable: true, configurable: true});
    if (side === 'solution')
        serveSolution(program);
    else
        beginTests(), serveTests(entry, setup, codes);
}

/// Does once what every attempt will do, so that its code is compiled: a program, calls and tests within this process.
function rehearse() {
    const real = {...native};
    const program = 'module.exports = a => { if (a < 0) throw new RangeError(`below 0`); return a === 3 ? Promise.resolve(a) : [a, {a}, new Set([a])]; };\n';
    const module = load(program);
    const names = [1, 2, 3].map(() => topLevelNames(program))[0];
    let frame = '';
    Object.assign(native, {
        send: call => { frame = answer(call, names, module); return true; },
        receive: () => frame,
        report: () => {},
        exit: () => {},
    });
    const tests = ['console.assert(f(1) !== 2, "text");', 'const t = () => { console.assert(f([1, "a", NaN, 1n, null, undefined]) === `b`); };\nt();',
        'assert.deepStrictEqual(f(1), [1, {a: 1}, new Set([1])]);', 'f(-1)', 'console.assert((await f(3)) == 3)', 'assert.equal(/a/, 2)'];
    for (let i = 0; i < 3; ++i) { // so that regular expressions are compiled to the end, too
        frame = 'L' + stringify([offersOf(names), offerOf(module.exports)]);
        serveTests('f', '', tests.flatMap(test => ['', test]));
    }
    console.log('%s %d', 'text', 1, [1, {a: 'text'}]);
    console.error('');
    Object.assign(native, real);
    link.cpu = 0;
    for (const name of given)
        deleteProperty(global, name);
}

rehearse();
collectGarbage();
native.serve(plain, live);
