// In front of the tests of a Rust program: what the tests call is the library's or the harness's, even where the program
// has macros of the same names.
macro_rules! assert {
    ($holds:expr $(,)?) => { ::autodidact::truth($holds, ::std::stringify!($holds), ::std::string::String::new()) };
    ($holds:expr, $($text:tt)+) => { ::autodidact::truth($holds, ::std::stringify!($holds), ::std::format!($($text)+)) };
}
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        ::autodidact::equal(&$left, &$right, ::std::concat!(::std::stringify!($left), " == ", ::std::stringify!($right)), ::std::string::String::new())
    };
    ($left:expr, $right:expr, $($text:tt)+) => {
        ::autodidact::equal(&$left, &$right, ::std::concat!(::std::stringify!($left), " == ", ::std::stringify!($right)), ::std::format!($($text)+))
    };
}
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        ::autodidact::different(&$left, &$right, ::std::concat!(::std::stringify!($left), " != ", ::std::stringify!($right)), ::std::string::String::new())
    };
    ($left:expr, $right:expr, $($text:tt)+) => {
        ::autodidact::different(&$left, &$right, ::std::concat!(::std::stringify!($left), " != ", ::std::stringify!($right)), ::std::format!($($text)+))
    };
}
macro_rules! vec { ($($text:tt)*) => { ::std::vec![$($text)*] }; }
macro_rules! format { ($($text:tt)*) => { ::std::format!($($text)*) }; }
macro_rules! panic { ($($text:tt)*) => { ::std::panic!($($text)*) }; }
macro_rules! matches { ($($text:tt)*) => { ::std::matches!($($text)*) }; }
