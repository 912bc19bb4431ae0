//! Writes the tables of CLDR into the catalog compiler.

fn main() -> std::io::Result<()> {
    std::fs::write(token_codes_cldr_tables::file(), token_codes_cldr_tables::tables())
}
