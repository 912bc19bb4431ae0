use super::super::tokens;

/// Each token as it is written, after its kind.
fn found(text: &str) -> Vec<String> {
    let kind = |token: &super::Token| {
        let kind = format!("{:?}", token.kind);
        let name = kind.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
        match &token.kind {
            super::TokenKind::Icu(mistake) | super::TokenKind::WrongBranch(mistake) => {
                format!("{:?} {}", mistake.kind, &text[mistake.at.clone()])
            }
            _ => name.to_owned(),
        }
    };
    tokens(text).iter().map(|token| format!("{}: {}", kind(token), &text[token.range.clone()])).collect()
}

#[test]
fn a_plural_has_branches() {
    let expected = [
        "Plural: {max_hours, plural,",
        "Branch:  =0 {",
        "BranchEnd: }",
        "Branch:  one {",
        "Hash: #",
        "BranchEnd: }",
        "Branch: other{",
        "Param: {0}",
        "BranchEnd: }",
        "PluralEnd: }",
        "Number: { limit , number }",
    ];
    let text = "at {max_hours, plural, =0 {none} one {# hour}other{{0} hours}} # { limit , number }";
    assert_eq!(found(text), expected);
}

#[test]
fn apostrophes_quote_braces() {
    let text = "don't '{' ''{a}'' '{b c}''d' {n,plural,other{it's '#' '}'}}";
    let expected = [
        "Dropped: '",
        "Dropped: '",
        "Dropped: '",
        "Param: {a}",
        "Dropped: '",
        "Dropped: '",
        "Dropped: '",
        "Dropped: '",
        "Plural: {n,plural,",
        "Branch: other{",
        "Dropped: '",
        "Dropped: '",
        "Dropped: '",
        "Dropped: '",
        "BranchEnd: }",
        "PluralEnd: }",
    ];
    assert_eq!(found(text), expected);
}

#[test]
fn mistakes_take_what_is_around_them() {
    for (text, expected) in [
        ("{n, plural, one {#}", "Unclosed {: {n, plural, one {#}"),
        ("{n, plural", "Unclosed {: {n, plural"),
        ("'{n}' {m, number}", "QuotedPlaceholder '{n}': '{n}'"),
        ("'{n {m, number}", "UnclosedQuote ': '"),
        ("{{ {m, number}", "DoubledBrace {{: {{"),
        ("{a b, plural} {m, number}", "NoName a b: {a b, plural}"),
        ("{n, select, a {b} other {c}}", "UnsupportedType select: {n, select, a {b} other {c}}"),
        ("{{n, plural, one {b} other {c}}}", "DoubledBrace {{: {{n, plural, one {b} other {c}}}"),
        ("{n:plural, one {b} other {c}}", "NoComma :: {n:plural, one {b} other {c}}"),
        ("{$n, plural, one {b} other {c}}", "NoName $n: {$n, plural, one {b} other {c}}"),
        ("{n,\u{a0}plural, one {b}}", "Blank \u{a0}: {n,\u{a0}plural, one {b}}"),
        ("{n, plural, one\u{a0}{b}}", "Blank \u{a0}: {n, plural, one\u{a0}{b}}"),
        ("{n, plural, one {b} | other {c}}", "Comma |: |"),
        ("{n plural, one {b} other {c}}", "NoComma n: {n plural, one {b} other {c}}"),
        ("{n，plural，one {b} other {c}}", "NoComma ，: {n，plural，one {b} other {c}}"),
        ("{n, plurals, one {b} other {c}}", "UnknownType plurals: {n, plurals, one {b} other {c}}"),
        ("{n, number, percent}", "NumberStyle , percent: {n, number, percent}"),
        ("{n, plural, other {{m, plural, other {}}}}", "Nested m, plural: {m, plural, other {}}"),
        ("{n, plural, offset:1 other {#}}", "Offset offset:1: offset:1"),
        ("{n, plural, offset: 1 other {#}}", "Offset offset: 1: offset: 1"),
        ("{n, plural, one {#}, other {#}}", "Comma ,: ,"),
        ("{n, plural, one {#}\u{3000}other {#}}", "Blank \u{3000}: \u{3000}"),
        ("{n, plural, = 1 {#}}", "InvalidNumber = 1:  = 1 {"),
        ("{n, plural, {#}}", "NoSelector {:  {"),
        ("{n, plural}", "NoBranches plural: {n, plural}"),
        ("{n, plural,}", "NoBranches plural: {n, plural,}"),
        ("{n, plural, ones {#}}", "UnknownSelector ones:  ones {"),
        ("{n, plural, =1.5 {#}}", "InvalidNumber =1.5:  =1.5 {"),
        ("{n, plural, one # other {}}", "NoText one: {n, plural, one # other {}}"),
    ] {
        assert!(found(text).contains(&expected.to_owned()), "{text}: {:?}", found(text));
    }
}

#[test]
fn time_grows_with_the_text() {
    for part in ["{a, b, {", "{n, plural, other {", "'{", "{a, plural, one {#} ", "{a, x, {}} ", "{n, number"]
    {
        let text = part.repeat(200_000);
        let start = std::time::Instant::now();
        tokens(&text);
        assert!(start.elapsed().as_secs() < 5, "{part}");
    }
}
