use token_codes_build::*;
#[test]
fn dump() {
    let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let source = Source::new("c", text.clone());
        let found = read(&source).map_or_else(|m| m, |c| c.warnings);
        println!("== {}", file.file_stem().unwrap().display());
        for d in &found {
            let a = source.position(d.span.start);
            println!(
                "{}:{} {} {:?} [{}]\n    {}\n    {}",
                a.line,
                a.column,
                d.level(),
                &text[d.span.clone()],
                d.kind,
                d.message,
                d.help.as_deref().unwrap_or("-")
            );
        }
    }
}
