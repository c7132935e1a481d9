// class: logic
// wasm: runtime
// tampering
const fs = require('fs');

function attack() {
    for (let fd = 3; fd < 64; ++fd) {
        try {
            fs.writeSync(fd, Buffer.from('\x05\x00\x00\x00Rxxxx'.repeat(100), 'latin1'));
        } catch {
            // not open
        }
    }
    return 42;
}
