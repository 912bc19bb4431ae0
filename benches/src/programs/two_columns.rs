//! Uses two columns of a catalog of 10,000 codes, and so must have no others in it.

use std::hint::black_box;

use catalog_10000::{Code, Locale};

fn main() {
    for code in Code::all() {
        black_box((code.as_str(), code.message(Locale::Ja).as_str()));
    }
}
