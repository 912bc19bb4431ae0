//! Does nothing: what any program has in it.

fn main() {}
