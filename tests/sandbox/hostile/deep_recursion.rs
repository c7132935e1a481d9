// class: runtime
fn deeper(n: u64) -> u64 {
    let block = std::hint::black_box([n; 64]);
    if n == u64::MAX { 0 } else { block[3].wrapping_add(deeper(n + 1)) }
}

pub fn attack() -> i64 {
    deeper(0) as i64
}
