//! The tables of the compiler are what is written now.

use crate::{FILE, write::tables};

#[test]
fn the_tables_are_as_cldr_has_it() {
    let written = std::fs::read_to_string(FILE).expect("the tables can be read");
    let tables = tables();
    let line = written.lines().zip(tables.lines()).take_while(|(written, now)| written == now).count();
    assert!(
        written == tables,
        "the tables are not what is written now, from line {} on; `cargo run -p token-codes-cldr-tables` renews them",
        line + 1
    );
}
