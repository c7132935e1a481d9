// class: forbidden
// wasm: none
pub fn attack() -> i64 {
    let _ = std::net::UdpSocket::bind("0.0.0.0:0").and_then(|socket| socket.send_to(b"x", "127.0.0.1:53"));
    42
}
