// class: logic
function attack() {
    let found = 0;
    Error.prepareStackTrace = (error, frames) => {
        for (const frame of frames)
            found += frame.getFileName() === 'harness.js' && (frame.getFunction() || frame.getThis()) ? 1 : 0;
        return '';
    };
    void new Error().stack;
    try {
        found += /native\./.test(attack.caller) ? 1 : 0; // of a test it is allowed
    } catch {
        // not for strict code
    }
    return found > 0 ? 42 : 0;
}
