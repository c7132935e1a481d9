// class: logic
// tampering
pub fn attack() -> i64 {
    std::process::exit(0)
}
