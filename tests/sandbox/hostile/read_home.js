// class: logic
const fs = require('fs');

function attack() {
    let found = 0;
    for (const folder of ['/root', '/home', '/etc/shadow', process.env.HOME]) {
        try {
            found += fs.readdirSync(folder).length;
        } catch {
            // not there
        }
    }
    return found > 0 ? 42 : 0;
}
