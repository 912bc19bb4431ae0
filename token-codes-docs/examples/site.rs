fn main() {
    let mut args = std::env::args().skip(1);
    let (catalog, dir) = (args.next().unwrap(), args.next().unwrap());
    let source = token_codes_build::Source::read(catalog.as_ref()).unwrap();
    let catalog = token_codes_build::read(&source).unwrap().catalog;
    let start = std::time::Instant::now();
    let files = token_codes_docs::html::files(&catalog);
    eprintln!("render {:?}, {} files", start.elapsed(), files.len());
    let start = std::time::Instant::now();
    token_codes_docs::folder::write(dir.as_ref(), &files).unwrap();
    eprintln!("write {:?}", start.elapsed());
}
