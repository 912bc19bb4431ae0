//! What happens to an error, whatever its type and its catalog.

use token_codes::TokenCode;

/// Writes an error and its causes to the log: the code, and each argument by name.
pub fn log(error: &dyn TokenCode) {
    let args: Vec<_> = error.args().map(|arg| format!(" {}={}", arg.name, arg.value)).collect();
    eprintln!("{}{}", error.any_code(), args.concat());
    let mut cause = error.source();
    while let Some(error) = cause {
        eprintln!("  caused by: {error}");
        cause = error.source();
    }
}

/// The body of a reply, in the language that the client asks for if the catalog has it.
pub fn body(error: &dyn TokenCode, status: u16, language: &str) -> String {
    let message = error.localized_in(language).map_or_else(|| error.to_string(), |text| text.to_string());
    format!("{status} {{\"code\": \"{}\", \"message\": {message:?}}}", error.any_code())
}
