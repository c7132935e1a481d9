// class: logic
// tampering
use std::io::Write;

/// Writes "the test passed" to every descriptor it can open, with a guessed nonce.
pub fn attack() -> i64 {
    let mut record = vec![0u8; 16];
    record.extend_from_slice(&1u32.to_le_bytes());
    record.extend_from_slice(&0u32.to_le_bytes());
    let _ = std::io::stdout().write_all(&record);
    let _ = std::io::stdout().flush();
    for fd in 1..16 {
        if let Ok(mut file) = std::fs::OpenOptions::new().write(true).open(format!("/proc/self/fd/{fd}")) {
            let _ = file.write_all(&record);
        }
    }
    std::process::exit(0)
}
