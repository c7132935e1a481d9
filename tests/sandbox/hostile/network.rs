// class: forbidden
// wasm: none
pub fn attack() -> i64 {
    let _ = std::net::TcpStream::connect("127.0.0.1:80");
    42
}
