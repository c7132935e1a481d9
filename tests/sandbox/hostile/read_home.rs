// class: logic
pub fn attack() -> i64 {
    let paths = ["/etc/shadow", "/root/.bashrc", "/proc/kcore", "/sys/kernel/security/lsm", "/var/lib/dpkg/status"];
    if paths.iter().any(|path| std::fs::read(path).is_ok()) { 42 } else { 0 }
}
