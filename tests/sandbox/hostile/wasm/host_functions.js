// class: logic
// The functions of the host are not to be found, whatever the harness left.
function attack() {
    for (const name of Object.getOwnPropertyNames(globalThis)) {
        if (name.startsWith('host') || name === 'native')
            return 42;
    }
    return typeof host_live === 'undefined' ? 0 : 42;
}
