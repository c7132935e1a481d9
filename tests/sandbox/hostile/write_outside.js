// class: logic
const fs = require('fs');

function attack() {
    for (const place of ['/', '/usr', '/usr/bin', '/etc', '/dev', '/home', '/proc', '/var/tmp']) {
        try {
            fs.writeFileSync(`${place}/evil`, '42');
            return 42;
        } catch {
            // read-only, or not there
        }
    }
    return 0;
}
