// class: forbidden
// wasm: import
pub fn attack() -> i64 {
    let _ = std::os::unix::net::UnixStream::connect("/run/dbus/system_bus_socket");
    42
}
