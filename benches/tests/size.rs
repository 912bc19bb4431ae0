//! A derived type costs nothing beside its fields.

use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(TOK00002, catalog = catalog_1000)]
struct Typed {
    max_hours: u32,
    expires_at: String,
}

/// Its fields, without the derive.
#[allow(dead_code, reason = "only its size is asked for")]
struct Fields {
    max_hours: u32,
    expires_at: String,
}

#[test]
fn a_derived_type_is_no_larger_than_its_fields() {
    assert_eq!(size_of::<Typed>(), size_of::<Fields>());
    assert_eq!(size_of::<Result<(), Typed>>(), size_of::<Typed>());
}
