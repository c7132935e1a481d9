// class: logic
// wasm: runtime
// tampering
const fs = require('fs');

function attack() {
    const record = (kind, index) => {
        const bytes = Buffer.alloc(40);
        bytes.writeUInt32LE(0x41445431, 0);
        bytes.writeUInt32LE(kind, 4);
        bytes.writeUInt32LE(index, 24);
        return bytes;
    };
    const report = Buffer.concat([record(1, 0), record(4, 1)]);
    for (let fd = 1; fd < 64; ++fd) {
        try {
            fs.writeSync(fd, report);
        } catch {
            // not open
        }
    }
    process._rawDebug(report.toString('latin1'));
    process.exit(0);
}
