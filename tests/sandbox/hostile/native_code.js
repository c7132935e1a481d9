// class: logic
function attack() {
    let found = 0;
    for (const name of ['binding', '_linkedBinding', 'dlopen'])
        found += typeof process[name] === 'function' ? 1 : 0;
    try {
        require('internal/test/binding');
        ++found;
    } catch {
        // not there
    }
    return found > 0 ? 42 : 0;
}
