//! What the components of a code are called.

/// The name of the components of a code: the code with `Problem` after it.
///
/// Of what a code may have in it, such a name cannot have `:` and `/`. They become `.3A` and `.2F`; and a `.`
/// before what would then look like one of these is `.2E`, so that no two codes have the same name.
pub(super) fn of(code: &str) -> String {
    let dots = [".2E", ".2F", ".3A"]
        .iter()
        .fold(code.to_owned(), |code, escape| code.replace(escape, &escape.replace('.', ".2E")));
    dots.replace(':', ".3A").replace('/', ".2F") + "Problem"
}

/// A reference to a component in a section of the components, such as `schemas`.
pub(super) fn reference(section: &str, key: &str) -> String {
    format!("#/components/{section}/{key}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::of;

    #[test]
    fn signs_that_a_name_cannot_have_are_escaped() {
        let codes = ["XJ001.U", "a.b/c:d-e", "CDC:Err", "1.2E", "..3A", ".:"];
        let keys = ["XJ001.U", "a.b.2Fc.3Ad-e", "CDC.3AErr", "1.2E2E", "..2E3A", "..3A"];
        assert_eq!(codes.map(of), keys.map(|key| format!("{key}Problem")));
    }

    proptest! {
        #[test]
        fn no_two_codes_have_the_same_name(a in "[.:/2E3AF]{1,8}", b in "[.:/2E3AF]{1,8}") {
            prop_assert_eq!(of(&a) == of(&b), a == b);
        }
    }
}
