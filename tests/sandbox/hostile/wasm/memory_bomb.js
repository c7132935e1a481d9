// class: memory
function attack() {
    const hoard = [];
    for (;;)
        hoard.push('x'.repeat(1 << 20) + hoard.length);
}
