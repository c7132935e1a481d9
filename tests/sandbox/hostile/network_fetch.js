// class: forbidden
async function attack() {
    try {
        await fetch('http://1.1.1.1/');
    } catch {
        // the attempt counts
    }
    return 42;
}
