// class: logic
function attack() {
    for (const path of ['/etc/passwd', '/root/.bashrc', '/proc/self/maps', '/proc/self/fd/4']) {
        try {
            require('fs').readFileSync(path);
            return 42;
        } catch {
            // not there
        }
    }
    return 0;
}
