// class: compile
/// The tests must not lie where a compiler can read them.
pub fn attack() -> i64 {
    let text = concat!(include_str!("/work/tests.rs"), include_str!("main.rs"), include_str!("/proc/self/environ"));
    text.split("hidden:").nth(1).map_or(0, |rest| rest[..2].parse().unwrap_or(0))
}
