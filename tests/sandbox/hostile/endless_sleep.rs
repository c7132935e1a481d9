// class: timeout
pub fn attack() -> i64 {
    loop {
        std::thread::sleep(std::time::Duration::from_secs(600));
    }
}
