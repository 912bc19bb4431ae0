use token_codes::{TokenCode, message};

fn main() {
    let message = message!(TOK005, max_hours = 24);
    println!("{message} {:?}", message.code());
}
