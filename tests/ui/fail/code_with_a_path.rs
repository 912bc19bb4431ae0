use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(own_catalog::Code::READY)]
struct OtherCatalog;

#[derive(Debug, TokenCode)]
#[token(::own_catalog::READY)]
struct WithoutTheEnum;

#[derive(Debug, TokenCode)]
#[token(Code::TOK007)]
struct TheEnumAlone;

#[derive(Debug, TokenCode)]
enum Variants {
    #[token(own_catalog::Code::Ready)]
    OtherCatalog,
    #[token(TOK007)]
    Right,
}

#[derive(Debug, TokenCode)]
#[token(catalog = own_catalog)]
enum CatalogNamed {
    #[token(own_catalog::Code::Ready)]
    Path,
    #[token(code = Ready)]
    Key,
    #[token = "Ready"]
    Value,
}

fn main() {
    println!("{OtherCatalog} {WithoutTheEnum} {TheEnumAlone} {} {}", Variants::Right, CatalogNamed::Path);
}
