// class: runtime
use std::io::Write;

pub fn attack() -> i64 {
    let mut file = std::fs::File::create("/work/big").unwrap();
    loop {
        file.write_all(&[0; 1 << 16]).unwrap();
    }
}
