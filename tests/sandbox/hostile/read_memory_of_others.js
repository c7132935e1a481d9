// class: logic
const fs = require('fs');

function attack() {
    for (let pid = 1; pid < 500; ++pid) {
        for (const name of ['mem', 'maps', 'fd/4', 'environ']) {
            try {
                fs.readFileSync(`/proc/${pid}/${name}`);
                return 42;
            } catch {
                // hidden
            }
        }
    }
    return 0;
}
