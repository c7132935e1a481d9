// class: forbidden
const net = require('net');

function attack() {
    try {
        net.connect(80, '127.0.0.1');
    } catch {
        // as expected
    }
    return 42;
}
