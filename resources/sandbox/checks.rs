
// What the tests of every Rust program call, behind harness.rs or wasm/harness.rs in one crate.

const TEXT_LIMIT: usize = 2000;

/// What a failed assertion carries.
struct Failure {
    message: String,
    expected: String,
    actual: String,
    code: &'static str,
}

pub struct Test {
    pub name: &'static str,
    pub body: fn(),
}

pub fn equal<A: PartialEq<B> + std::fmt::Debug + ?Sized, B: std::fmt::Debug + ?Sized>(actual: &A, expected: &B, code: &'static str, message: String) {
    if !(*actual == *expected) {
        std::panic::panic_any(Failure { message, expected: format!("{:?}", expected), actual: format!("{:?}", actual), code })
    }
}

pub fn different<A: PartialEq<B> + std::fmt::Debug + ?Sized, B: std::fmt::Debug + ?Sized>(actual: &A, other: &B, code: &'static str, message: String) {
    if *actual == *other {
        std::panic::panic_any(Failure { message, expected: format!("!= {:?}", other), actual: format!("{:?}", actual), code })
    }
}

pub fn truth(holds: bool, code: &'static str, message: String) {
    if !holds {
        std::panic::panic_any(Failure { message, expected: "true".into(), actual: "false".into(), code })
    }
}

fn shortened(text: &str) -> &str {
    let mut end = text.len().min(TEXT_LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1
    }
    &text[..end]
}
