// class: runtime
pub fn attack() -> i64 {
    std::fs::write("/usr/lib/left", "here").unwrap();
    42
}
