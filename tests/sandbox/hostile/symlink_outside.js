// class: logic
// wasm: runtime
const fs = require('fs');

function attack() {
    for (const [i, target] of ['/etc/passwd', '/proc/1/environ', '/proc/self/mem', '/usr/evil', '/root/evil'].entries()) {
        fs.symlinkSync(target, `link${i}`);
        try {
            if (target.endsWith('evil'))
                fs.writeFileSync(`link${i}`, '42');
            return fs.readFileSync(`link${i}`).length > 0 ? 42 : 0;
        } catch {
            // leads nowhere
        }
    }
    return 0;
}
