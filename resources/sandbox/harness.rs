// The library beside every Rust program that is judged, made once and bound to it with the standard library inside: runs the tests one after the other and reports each on the pipe that is the
// standard output when main begins. The program under test is forbidden unsafe code, so it can reach neither that pipe
// nor the nonce, which lives on the stack of main alone.

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::Write;
use std::panic::{catch_unwind, set_hook, AssertUnwindSafe};
use std::sync::Mutex;

extern "C" {
    fn read(fd: i32, bytes: *mut u8, size: usize) -> isize;
    fn write(fd: i32, bytes: *const u8, size: usize) -> isize;
    fn dup(fd: i32) -> i32;
    fn dup2(from: i32, to: i32) -> i32;
    fn clock_gettime(clock: i32, time: *mut [i64; 2]) -> i32;
    fn _exit(code: i32) -> !;
}

const MAGIC: u32 = 0x41445431;
const PASSED: u32 = 1;
const FAILED: u32 = 2;
const FINISHED: u32 = 5; // a record of the kind text; the attempt itself is complete when its first process says so
const MEMORY_EXIT: i32 = 87;

/// Says that memory ran out by a code of its own, before the run time library gives up.
struct Watched;

unsafe impl GlobalAlloc for Watched {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let place = System.alloc(layout);
        if place.is_null() {
            _exit(MEMORY_EXIT)
        }
        place
    }
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        System.dealloc(place, layout)
    }
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let moved = System.realloc(place, layout, size);
        if moved.is_null() {
            _exit(MEMORY_EXIT)
        }
        moved
    }
}

#[global_allocator]
static ALLOCATOR: Watched = Watched;

/// Where the last panic happened; the program may put a hook of its own in front, and then nobody knows.
static PLACE: Mutex<Option<(String, u32, String)>> = Mutex::new(None);

fn remember_places() {
    set_hook(Box::new(|info| {
        if info.payload().is::<Failure>() {
            return;
        }
        let text = info.to_string();
        eprintln!("{}", text);
        if let (Some(place), Ok(mut known)) = (info.location(), PLACE.lock()) {
            *known = Some((place.file().to_string(), place.line(), text));
        }
    }));
}

fn cpu_us() -> u64 {
    let mut time = [0i64; 2];
    unsafe { clock_gettime(2, &mut time) };
    time[0] as u64 * 1_000_000 + time[1] as u64 / 1000
}

fn report(fd: i32, nonce: &[u8; 16], kind: u32, index: u32, cpu: u64, fields: &[&str]) {
    let mut body = Vec::new();
    for field in fields {
        let text = shortened(field);
        body.extend((text.len() as u32).to_ne_bytes());
        body.extend(text.as_bytes());
    }
    let mut record = Vec::new();
    for number in [MAGIC, kind] {
        record.extend(number.to_ne_bytes());
    }
    record.extend(nonce);
    for number in [index, body.len() as u32] {
        record.extend(number.to_ne_bytes());
    }
    record.extend(cpu.to_ne_bytes());
    record.extend(body);
    let mut sent = 0;
    while sent < record.len() {
        let count = unsafe { write(fd, record[sent..].as_ptr(), record.len() - sent) };
        if count <= 0 {
            return;
        }
        sent += count as usize;
    }
}

fn describe(payload: &(dyn std::any::Any + Send)) -> [String; 6] {
    if let Some(failure) = payload.downcast_ref::<Failure>() {
        return ["AssertionError".into(), failure.message.clone(), failure.expected.clone(), failure.actual.clone(),
                failure.code.into(), "0".into()];
    }
    let place = PLACE.lock().ok().and_then(|mut known| known.take());
    let message = if let Some(text) = payload.downcast_ref::<&str>() {
        text.to_string()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        place.as_ref().map(|(_, _, text)| text.clone()).unwrap_or_default()
    };
    let line = match &place {
        Some((file, line, _)) if file == "program.rs" => *line,
        _ => 0,
    };
    ["panic".into(), message, String::new(), String::new(), String::new(), line.to_string()]
}

/// Runs the tests and ends the process. Reads the nonce first, from the standard input: whoever calls this again finds
/// nothing there.
pub fn run(tests: Vec<Test>) -> ! {
    let mut nonce = [0u8; 16];
    let pipe = unsafe {
        if read(0, nonce.as_mut_ptr(), 16) != 16 {
            _exit(1)
        }
        let pipe = dup(1);
        dup2(2, 1);
        pipe
    };
    remember_places();
    for (index, test) in tests.iter().enumerate() {
        let before = cpu_us();
        let outcome = catch_unwind(AssertUnwindSafe(test.body));
        let used = cpu_us() - before;
        match outcome {
            Ok(()) => report(pipe, &nonce, PASSED, index as u32, used, &[]),
            Err(payload) => {
                let parts = describe(payload.as_ref());
                let fields: Vec<&str> = parts.iter().map(|part| part.as_str()).collect();
                report(pipe, &nonce, FAILED, index as u32, used, &fields);
                std::mem::forget(payload); // its clean-up is the program's code
            }
        }
    }
    report(pipe, &nonce, FINISHED, tests.len() as u32, 0, &["finished", ""]);
    let _ = std::io::stdout().flush();
    unsafe { _exit(0) }
}
