// class: forbidden
// wasm: none
pub fn attack() -> i64 {
    let threads: Vec<_> = (0..5000)
        .map(|_| std::thread::Builder::new().stack_size(16 * 1024).spawn(|| std::thread::sleep(std::time::Duration::from_secs(60))))
        .collect();
    threads.len() as i64 - 4958
}
