// The library beside every Rust program that is judged on a machine of WebAssembly, followed by checks.rs. There a panic ends
// the instance, and each test has one of its own. A test has passed when its function returns to the host: nothing that the
// program does, short of doing its work, leads there.

use std::alloc::{GlobalAlloc, Layout, System};
use std::panic::set_hook;

#[link(wasm_import_module = "autodidact")]
extern "C" {
    /// Six texts, each a length and its bytes: type, message, expected, actual, code, line.
    fn failed(fields: *const u8, size: usize);
    fn no_memory() -> !;
}

/// Tells the host that memory ran out, before the run time library gives up.
struct Watched;

unsafe impl GlobalAlloc for Watched {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let place = System.alloc(layout);
        if place.is_null() {
            no_memory()
        }
        place
    }
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        System.dealloc(place, layout)
    }
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let moved = System.realloc(place, layout, size);
        if moved.is_null() {
            no_memory()
        }
        moved
    }
}

#[global_allocator]
static ALLOCATOR: Watched = Watched;

fn tell(fields: [&str; 6]) {
    let mut bytes = Vec::new();
    for field in fields {
        let text = shortened(field);
        bytes.extend((text.len() as u32).to_le_bytes());
        bytes.extend(text.as_bytes());
    }
    unsafe { failed(bytes.as_ptr(), bytes.len()) }
}

/// Has a panic tell the host what failed; the program may put a hook of its own in front, and then nobody knows.
pub fn begin() {
    set_hook(Box::new(|info| {
        if let Some(failure) = info.payload().downcast_ref::<Failure>() {
            return tell(["AssertionError", &failure.message, &failure.expected, &failure.actual, failure.code, "0"]);
        }
        eprintln!("{}", info);
        let line = info.location().filter(|place| place.file() == "program.rs").map(|place| place.line()).unwrap_or(0);
        let message = if let Some(text) = info.payload().downcast_ref::<&str>() {
            text.to_string()
        } else if let Some(text) = info.payload().downcast_ref::<String>() {
            text.clone()
        } else {
            info.to_string()
        };
        tell(["panic", &message, "", "", "", &line.to_string()])
    }));
}
