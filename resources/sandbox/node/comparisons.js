
// -- tests: what an assertion compared ---------------------------------------------------------------------------------------------
//
// An assertion on a comparison, console.assert(a === b), is rewritten so that both sides are remembered when it is evaluated.

const tokens = /(\s+|\/\/[^\n]*|\/\*[^]*?\*\/)|'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"|[\w$\u0080-\uffff]+|===|!==|==|!=|=>|<=|>=|&&|\|\||\?\?|\.\.\.|[^]/y;
const pattern = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);
const equalities = new Set(['===', '!==', '==', '!=']);
const looser = new Set(['=>', '&&', '||', '??', '...', '=', '?', ':', '&', '|', '^']); // than an equality
const beforePattern = new Set(['return', 'typeof', 'case', 'in', 'of', 'void', 'delete', 'do', 'else', 'await', 'yield']);

/// The end of a template literal that begins at a position; -1 where it has none.
function templateEnd(code, at) {
    for (let i = at + 1; i < code.length; ++i) {
        if (code[i] === '\\')
            ++i;
        else if (code[i] === '`')
            return i + 1;
        else if (code.startsWith('${', i)) {
            const inner = tokensOf(code, i + 2, '}');
            if (!inner)
                return -1;
            i = inner.end - 1;
        }
    }
    return -1;
}

/// The tokens from a position on, up to the bracket that closes what is open there (or the end of the code): {list, end}, or
/// null for code that this does not understand.
function tokensOf(code, from, until) {
    const list = [];
    let depth = 0;
    let before = '';
    for (let at = from; at < code.length;) {
        const slash = code[at] === '/' && code[at + 1] !== '/' && code[at + 1] !== '*';
        const startsPattern = slash && (!/[\w$)\]}'"`]$/.test(before) || beforePattern.has(before));
        tokens.lastIndex = pattern.lastIndex = at;
        const found = (startsPattern ? pattern : tokens).exec(code);
        const end = code[at] === '`' ? templateEnd(code, at) : found ? at + found[0].length : -1;
        if (end < 0)
            return null;
        const text = code.slice(at, end);
        if (!startsPattern && found?.[1]) {
            at = end;
            continue;
        }
        if (closing.has(text) && depth-- === 0)
            return text === until ? {list, end} : null;
        list.push({text, at, end, depth});
        depth += opening.has(text) ? 1 : 0;
        before = text;
        at = end;
    }
    return until ? null : {list, end: code.length};
}

/// The assertions in a test: {at, end, first, last, sign}, where first and last bound the condition, and sign is the token of
/// the comparison in it, if that is what it is.
function assertionsIn(code) {
    const all = tokensOf(code, 0, '')?.list ?? [];
    const found = [];
    for (let i = 0; i < all.length; ++i) {
        const open = all[i + headLength(all, i)];
        if (open === all[i])
            continue;
        const inner = [];
        let close = i + headLength(all, i) + 1;
        for (; close < all.length && all[close].depth > open.depth; ++close) {
            if (all[close].depth === open.depth + 1)
                inner.push(all[close]);
        }
        const comma = inner.findIndex(token => token.text === ',');
        const condition = comma < 0 ? inner : inner.slice(0, comma);
        if (close < all.length && condition.length > 0 && !condition.some(token => token.text === '...'))
            found.push({at: all[i].at, end: all[close].end, first: open.end, last: (comma < 0 ? all[close] : inner[comma]).at, sign: comparisonIn(condition)});
    }
    return found;
}

/// How many tokens name an assertion at a place, up to its bracket; 0 where there is none.
function headLength(all, i) {
    if (all[i].text !== 'console' && all[i].text !== 'assert')
        return 0;
    const texts = all.slice(i, i + 4).map(token => token.text).join(' ');
    if (all[i - 1]?.text === '.' || all[i - 1]?.text === 'function')
        return 0;
    return texts.startsWith('console . assert (') || texts.startsWith('assert . ok (') ? 3 : texts.startsWith('assert (') ? 1 : 0;
}

function comparisonIn(condition) {
    const signs = condition.filter(token => equalities.has(token.text));
    return signs.length === 1 && !condition.some(token => looser.has(token.text)) ? signs[0] : null;
}

/// The code with every understood assertion made to remember its condition; lines stay where they are.
function watched(code, assertions) {
    let text = '';
    let from = 0;
    for (const {first, last, sign} of assertions) {
        if (first < from) // one within another
            continue;
        text += code.slice(from, first);
        text += sign ? `${watcher}('${sign.text}',${code.slice(first, sign.at)},${code.slice(sign.end, last)})` : `${watcher}('',${code.slice(first, last)})`;
        from = last;
    }
    return text + code.slice(from);
}

const watcher = '__autodidact_condition';
let lastCondition = null;

/// What a rewritten condition calls.
function condition(sign, left, right) {
    const value = sign === '' ? left : sign === '===' ? left === right : sign === '!==' ? left !== right
        : sign === '==' ? left == right : left != right;
    lastCondition = {sign, left, right, value};
    return value;
}

function shortText(value) {
    const text = inspect(value, {depth: 10, breakLength: Infinity, maxArrayLength: 200, maxStringLength: 2000});
    return text.length > 2000 ? `${text.slice(0, 2000)}...` : text;
}

/// [expected, actual] of a failed assertion, as texts. statement: its code; entry: the name of the function under test.
function comparedTexts(error, statement, entry) {
    const seen = lastCondition;
    if (seen && !seen.value && (error.generatedMessage === undefined || error.operator === '==' || error.operator === 'console.assert')) {
        if (!seen.sign)
            return ['a true value', shortText(seen.left)];
        const sides = [shortText(seen.right), shortText(seen.left)];
        const called = text => text.includes(`${entry}(`) || text.includes('candidate(');
        const [left, right] = statement.split(seen.sign);
        if (right && !called(left) && called(right))
            sides.reverse();
        return [(seen.sign[0] === '!' ? `${seen.sign} ` : '') + sides[0], sides[1]];
    }
    if (error.operator === 'fail' || !hasOwn(error, 'expected') || !hasOwn(error, 'actual'))
        return ['', ''];
    const not = /^not/i.test(error.operator) ? 'not ' : '';
    return [not + shortText(error.expected), shortText(error.actual)];
}
