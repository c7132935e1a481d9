// class: forbidden
// wasm: none
pub fn attack() -> i64 {
    for _ in 0..1000 {
        let _ = std::process::Command::new("/bin/sh").args(["-c", "while :; do sleep 60; done"]).spawn();
    }
    42
}
