// class: logic
// The way to the host's realm that the machine has not.
function attack() {
    const roots = [globalThis, console, process, Buffer, setTimeout, require, Error];
    for (const root of roots) {
        try {
            const found = root.constructor.constructor('return typeof process.binding === "function" || typeof WebAssembly !== "undefined" || Boolean(process.mainModule)')();
            if (found)
                return 42;
        } catch {
            // not here
        }
    }
    return 0;
}
