// class: forbidden
pub fn attack() -> i64 {
    loop {
        println!("and so on, and on, and on");
    }
}
