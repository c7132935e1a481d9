// class: logic
// tampering
pub fn attack() -> i64 {
    std::panic::set_hook(Box::new(|_| std::process::exit(0)));
    panic!("now")
}
