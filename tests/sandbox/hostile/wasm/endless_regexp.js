// class: timeout
function attack() {
    return /^(a+)+$/.test('a'.repeat(60) + '!');
}
