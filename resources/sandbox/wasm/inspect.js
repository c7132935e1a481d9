
// -- util.inspect and util.format: values as Node.js writes them, on one line --------

const plainKey = /^[A-Za-z_$][\w$]*$/;

function quote(text) {
    const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') && !text.includes('${') ? '`' : "'";
    const escapes = {'\n': '\\n', '\t': '\\t', '\r': '\\r', '\b': '\\b', '\f': '\\f', '\v': '\\v', '\\': '\\\\'};
    return mark + text.replace(/[\x00-\x1f\x7f\\]|'/g, letter => letter === "'" ? (mark === "'" ? "\\'" : "'")
        : escapes[letter] ?? `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`) + mark;
}

function inspect(value, options = {}) {
    const depth = options === null || options.depth === null ? Infinity : options.depth ?? 2;
    const most = options.maxArrayLength ?? 100;
    const seen = [];
    const circular = new Map();

    function primitive(item) {
        switch (typeof item) {
        case 'string': return quote(item.length > 10000 ? item.slice(0, 10000) : item);
        case 'number': return Object.is(item, -0) ? '-0' : `${item}`;
        case 'bigint': return `${item}n`;
        case 'symbol': return item.toString();
        default: return `${item}`;
        }
    }

    function nameOf(item) {
        for (let prototype = Object.getPrototypeOf(item); prototype; prototype = Object.getPrototypeOf(prototype)) {
            const constructor = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
            if (typeof constructor === 'function' && constructor.name)
                return constructor.name;
        }
        return null;
    }

    function properties(item, level, skip = () => false) {
        return Reflect.ownKeys(item).filter(key => !skip(key) && Object.getOwnPropertyDescriptor(item, key)?.enumerable).map(key => {
            const {value: inner, get, set} = Object.getOwnPropertyDescriptor(item, key);
            const name = typeof key === 'symbol' ? `[${key.toString()}]` : plainKey.test(key) ? key : quote(key);
            return `${name}: ${get ? (set ? '[Getter/Setter]' : '[Getter]') : set ? '[Setter]' : text(inner, level + 1)}`;
        });
    }

    function listed(parts, count) {
        return count > most ? [...parts, `... ${count - most} more item${count - most > 1 ? 's' : ''}`] : parts;
    }

    function body(item, level) {
        const name = nameOf(item);
        const index = key => typeof key === 'string' && /^\d+$/.test(key);
        const wrapped = (head, parts, [open, close] = ['{', '}']) => `${head}${open}${parts.length > 0 ? ` ${parts.join(', ')} ` : ''}${close}`;
        if (Array.isArray(item)) {
            const parts = [];
            for (let i = 0; i < Math.min(item.length, most); ++i)
                parts.push(i in item ? text(item[i], level + 1) : '<1 empty item>');
            parts.splice(0, parts.length, ...listed(parts, item.length), ...properties(item, level, index));
            return wrapped(name === 'Array' ? '' : `${name}(${item.length}) `, parts, ['[', ']']);
        }
        if (types.isTypedArray(item))
            return name === 'Buffer' ? `<Buffer ${item.toString('hex').replace(/..(?=.)/g, '$& ')}>`
                : wrapped(`${name}(${item.length}) `, listed(Array.from(item.slice(0, most), primitive), item.length), ['[', ']']);
        if (types.isMap(item)) {
            const parts = Array.from(item, ([key, inner]) => `${text(key, level + 1)} => ${text(inner, level + 1)}`);
            return wrapped(`${name}(${item.size}) `, [...parts, ...properties(item, level)]);
        }
        if (types.isSet(item))
            return wrapped(`${name}(${item.size}) `, [...Array.from(item, inner => text(inner, level + 1)), ...properties(item, level)]);
        if (types.isDate(item))
            return Number.isNaN(item.getTime()) ? 'Invalid Date' : item.toISOString();
        if (types.isRegExp(item))
            return `${item}`;
        if (types.isNativeError(item)) {
            const stack = `${item.name}: ${item.message}\n${item.stack ?? ''}`.trimEnd();
            const parts = properties(item, level, key => key === 'message' || key === 'stack');
            return level > 0 ? `[${item.name}: ${item.message}]` : stack + (parts.length > 0 ? ` { ${parts.join(', ')} }` : '');
        }
        if (typeof item === 'function') {
            const kind = /^class\b/.test(Function.prototype.toString.call(item)) ? 'class' : 'Function';
            const head = item.name ? (kind === 'class' ? `[class ${item.name}]` : `[Function: ${item.name}]`) : `[${kind} (anonymous)]`;
            const parts = properties(item, level);
            return parts.length > 0 ? `${head} { ${parts.join(', ')} }` : head;
        }
        if (types.isPromise(item))
            return 'Promise { <pending> }';
        const head = name === null ? '[Object: null prototype] ' : name === 'Object' ? '' : `${name} `;
        return wrapped(head, properties(item, level));
    }

    function text(item, level) {
        if (!isObject(item))
            return primitive(item);
        if (seen.includes(item)) {
            if (!circular.has(item))
                circular.set(item, circular.size + 1);
            return `[Circular *${circular.get(item)}]`;
        }
        if (level > depth)
            return Array.isArray(item) ? '[Array]' : `[${nameOf(item) ?? 'Object'}]`;
        seen.push(item);
        const result = body(item, level);
        seen.pop();
        return circular.has(item) ? `<ref *${circular.get(item)}> ${result}` : result;
    }

    return text(value, 0);
}

function format(...given) {
    const rest = [...given];
    let text = '';
    if (typeof rest[0] === 'string') {
        text = rest.shift().replace(/%([sdifjoOc%])/g, (whole, letter) => {
            if (letter === '%')
                return '%';
            if (rest.length === 0)
                return whole;
            const value = rest.shift();
            switch (letter) {
            case 's': return typeof value === 'string' ? value : isObject(value) ? inspect(value, {depth: 0})
                : `${String(value)}${typeof value === 'bigint' ? 'n' : ''}`;
            case 'd': return `${Number(value)}`;
            case 'i': return `${parseInt(value, 10)}`;
            case 'f': return `${parseFloat(value)}`;
            case 'j': return JSON.stringify(value);
            case 'c': return '';
            default: return inspect(value);
            }
        });
        if (rest.length === 0)
            return text;
        text += ' ';
    }
    return text + rest.map(value => typeof value === 'string' ? value : inspect(value)).join(' ');
}

let indent = '';
const counts = new Map();
const printLine = (fd, given) => host.print(fd, `${format(...given).replace(/^/gm, indent)}\n`);
const console = {
    ...Object.fromEntries(['log', 'info', 'debug'].map(name => [name, (...given) => printLine(1, given)])),
    ...Object.fromEntries(['error', 'warn', 'trace'].map(name => [name, (...given) => printLine(2, given)])),
    assert: (value, ...given) => value || printLine(2, ['Assertion failed', ...given]),
    dir: value => printLine(1, [value]),
    table: value => printLine(1, [value]),
    group: (...given) => { printLine(1, given); indent += '  '; },
    groupEnd: () => { indent = indent.slice(2); },
    count: (label = 'default') => { counts.set(label, (counts.get(label) ?? 0) + 1); printLine(1, [`${label}: ${counts.get(label)}`]); },
    time() {}, timeEnd() {}, timeLog() {},
};
define('console', console);
