// class: logic
pub fn attack() -> i64 {
    let script = "setsid sh -c 'while :; do touch /work/left /tmp/left; sleep 0.01; done' &";
    let _ = std::process::Command::new("/bin/sh").args(["-c", script]).status();
    41
}
