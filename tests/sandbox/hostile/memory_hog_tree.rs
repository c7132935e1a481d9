// class: memory
// wasm: logic
pub fn attack() -> i64 {
    // Each child alone keeps within the limit.
    let hog = ["if=/dev/zero", "of=/dev/null", "bs=100M", "count=100"];
    let children: Vec<_> = (0..6).filter_map(|_| std::process::Command::new("/bin/dd").args(hog).spawn().ok()).collect();
    for mut child in children {
        let _ = child.wait();
    }
    0
}
