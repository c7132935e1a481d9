// class: forbidden
const net = require('net');

function attack() {
    return new Promise(resolve => net.connect(80, '1.1.1.1').on('connect', () => resolve(42)).on('error', () => resolve(42)));
}
