// class: forbidden
// wasm: none
function attack() {
    try {
        require('inspector').open(9229, '127.0.0.1');
    } catch {
        // the attempt counts
    }
    return 42;
}
