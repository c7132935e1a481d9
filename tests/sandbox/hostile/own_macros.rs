// class: logic
#[macro_export]
macro_rules! assert_eq {
    ($($any:tt)*) => {};
}
macro_rules! assert {
    ($($any:tt)*) => {};
}
macro_rules! panic {
    ($($any:tt)*) => {};
}

pub fn attack() -> i64 {
    assert!(false);
    panic!();
    41
}
