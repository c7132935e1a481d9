// class: memory
// wasm: import
const {spawnSync} = require('child_process');

function attack() {
    spawnSync(process.execPath, ['-e', 'const all = []; for (;;) all.push(Buffer.alloc(1e7, 1))']);
    return 42;
}
