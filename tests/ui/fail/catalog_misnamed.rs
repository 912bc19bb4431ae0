use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
enum OnVariants {
    #[token(XJ002, catalog = own_catalog)]
    Named { item: String, shop: u8 },
    #[token(catalog = own_catalog)]
    #[token(Ready)]
    Beside,
    #[token(XJ002)]
    OnField {
        #[token(item, catalog = own_catalog)]
        text: String,
        shop: u8,
    },
    #[token(Ready, catalog)]
    WithoutPath,
}

#[derive(Debug, TokenCode)]
#[token(Ready)]
struct OnItsField(#[token(catalog = "own_catalog")] u8);

#[derive(Debug, TokenCode)]
#[token(XJ002, catalog = "own_catalog")]
struct Text {
    item: String,
    // What can be known is told beside it.
    shop_: u8,
}

#[derive(Debug, TokenCode)]
#[token(Ready, catalog = "not a path")]
struct NoPath;

#[derive(Debug, TokenCode)]
#[token(Ready, catalog = 7)]
struct Number;

#[derive(Debug, TokenCode)]
#[token(Ready, catalog = )]
struct Nothing;

#[derive(Debug, TokenCode)]
#[token(Ready, catalog = own_catalog, catalog = token_codes)]
struct Twice;

#[derive(Debug, TokenCode)]
#[token(Ready, catalog(own_catalog))]
struct InParentheses;

fn main() {
    println!("{} {Number} {Nothing} {Twice} {InParentheses}", OnVariants::Beside);
}
