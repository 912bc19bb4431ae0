//! Integers as text.

use core::fmt;

/// `00` to `99`.
const PAIRS: &str = "\
    00010203040506070809101112131415161718192021222324252627282930313233343536373839\
    40414243444546474849505152535455565758596061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899";

/// Writes a number as `{}` does, but not by way of a formatter.
///
/// Two digits at a time are text that is there already; of digits one by one, text could only be made by checking them.
#[inline]
pub(crate) fn write_decimal(
    out: &mut (impl fmt::Write + ?Sized),
    is_negative: bool,
    number: u64,
) -> fmt::Result {
    if is_negative {
        out.write_str("-")?;
    }
    let (mut first, mut divisor) = (number, 1);
    while first >= 100 {
        first /= 100;
        divisor *= 100;
    }
    out.write_str(pair(first, first < 10))?;
    while divisor > 1 {
        divisor /= 100;
        out.write_str(pair(number / divisor % 100, false))?;
    }
    Ok(())
}

/// The two digits of a number below 100, or only the second.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "it is below 100")]
fn pair(number: u64, is_one_digit: bool) -> &'static str {
    let start = 2 * number as usize;
    PAIRS.get(start + usize::from(is_one_digit)..start + 2).unwrap_or_default()
}
