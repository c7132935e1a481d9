// class: runtime
// wasm: import
pub fn attack() -> i64 {
    std::os::unix::fs::symlink("/usr/lib", "/work/out").unwrap();
    std::fs::write("/work/out/left", "here").unwrap();
    42
}
