// class: forbidden
function attack() {
    for (;;)
        console.log('flood'.repeat(1000));
}
