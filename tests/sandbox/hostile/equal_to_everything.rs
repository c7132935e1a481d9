// class: compile
#[derive(Debug)]
pub struct Liar;

impl PartialEq<i64> for Liar {
    fn eq(&self, _: &i64) -> bool {
        true
    }
}

pub fn attack() -> Liar {
    Liar
}
