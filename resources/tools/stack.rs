// rustfmt asks where the stack of its first thread lies, and the C library looks that up in /proc, which attempts do not
// have. So this library, loaded before that one, answers for the first thread: half of what the stack may grow to.

use std::ffi::{c_char, c_int, c_ulong, c_void};

extern "C" {
    fn getpid() -> c_int;
    fn gettid() -> c_int;
    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
    fn pthread_attr_init(attributes: *mut c_void) -> c_int;
    fn pthread_attr_setstack(attributes: *mut c_void, address: *mut c_void, size: usize) -> c_int;
}

const NEXT: *mut c_void = usize::MAX as *mut c_void; // RTLD_NEXT
const SIZE: usize = 4 << 20;
const PAGE: usize = 4096;

type Original = unsafe extern "C" fn(c_ulong, *mut c_void) -> c_int;

#[no_mangle]
pub unsafe extern "C" fn pthread_getattr_np(thread: c_ulong, attributes: *mut c_void) -> c_int {
    if getpid() != gettid() {
        let original = dlsym(NEXT, c"pthread_getattr_np".as_ptr());
        return std::mem::transmute::<*mut c_void, Original>(original)(thread, attributes);
    }
    let here = &thread as *const c_ulong as usize;
    let end = (here / PAGE + 2) * PAGE;
    let made = pthread_attr_init(attributes);
    if made != 0 {
        return made;
    }
    pthread_attr_setstack(attributes, (end - SIZE) as *mut c_void, SIZE)
}
