use token_codes::message;

fn main() {
    let _ = message!(TOK005, max_hour = 24, expires_at = 0);
    let _ = message!(TOK005, max_hours = 24, max_hours = 24, expires_at = 0);
    let _ = message!(TOK007, user = "me");
    let _ = message!(TOK013, 7);
    let _ = message!(TOK013 token_id = 7);
    let _ = message!(token_id = 7);
    let _ = message!();
}
