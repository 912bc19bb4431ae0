//! Whole numbers, as a column of integers takes them.

/// The number, if it is written in decimal digits alone: what other readers of the file take for the same number.
/// One of more than 128 bits is the largest.
pub(super) fn parse(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_decimal = digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_canonical = !digits.starts_with('0') || text == "0";
    if digits.is_empty() || !is_decimal || !is_canonical {
        return None;
    }
    Some(text.parse().unwrap_or(if text == digits { i128::MAX } else { i128::MIN }))
}

/// The number that was probably meant by what is no decimal integer: `0x10`, `1_000`, `+4`, `007`, `1e3`, `４２２`.
pub(super) fn meant(text: &str) -> Option<i128> {
    let plain: String = text.trim().chars().filter(|sign| !"_, '".contains(*sign)).map(narrow).collect();
    let (is_negative, digits) = match plain.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let number = with_radix(digits).or_else(|| digits.parse().ok()).or_else(|| from_float(digits))?;
    if number < 0 { None } else { Some(if is_negative { -number } else { number }) }
}

/// Digits of Japanese input methods are of double width.
fn narrow(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0')).unwrap_or(sign),
        _ => sign,
    }
}

fn with_radix(digits: &str) -> Option<i128> {
    let (radix, digits) = [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)]
        .iter()
        .find_map(|(prefix, radix)| Some((*radix, digits.strip_prefix(prefix)?)))?;
    i128::from_str_radix(digits, radix).ok()
}

/// A whole number with a point or an exponent, so small that it is exact.
fn from_float(digits: &str) -> Option<i128> {
    let number: f64 = digits.parse().ok()?;
    let is_exact = number.fract() == 0.0 && number.abs() < 9e15;
    // The conversion of a whole number without its fraction.
    if is_exact { format!("{number:.0}").parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{meant, parse};

    #[test]
    fn decimal_integers_are_read() {
        for (text, number) in [("0", 0), ("7", 7), ("-1", -1), ("18446744073709551615", i128::from(u64::MAX))]
        {
            assert_eq!(parse(text), Some(number), "{text}");
        }
        for text in ["", "-", "-0", "00", "007", "+4", "0x10", "1e3", "1_000", " 7", "7 ", "１", "1.0", "--1"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse(&"9".repeat(50)), Some(i128::MAX));
        assert_eq!(parse(&format!("-{}", "9".repeat(50))), Some(i128::MIN));
    }

    #[test]
    fn what_is_meant_is_found() {
        for (text, number) in [
            ("007", 7),
            ("-007", -7),
            ("+4", 4),
            ("0x10", 16),
            ("0o17", 15),
            ("0b101", 5),
            ("-0", 0),
            ("1_000", 1000),
            ("1,000", 1000),
            ("1 000", 1000),
            (" 7 ", 7),
            ("1e3", 1000),
            ("1.0", 1),
            ("４２２", 422),
            ("−1", -1),
        ] {
            assert_eq!(meant(text), Some(number), "{text}");
        }
        for text in ["", "abc", "1.5", "inf", "nan", "0x", "0xg", "1e400", "--1", "+-1", "1e-3", "e"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
