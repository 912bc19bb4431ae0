//! Finds a code by its text.

use crate::tables::TextColumn;

/// A perfect hash of a catalog's codes: each has a slot of its own, which two multiplications find.
///
/// A code of up to eight bytes is its own key, packed in a `u64`: to compare keys is to compare codes. A longer one is
/// folded into a key whose top bit is set, and is compared as text as well. The build searches the pilots, and computes
/// keys and slots as this does (token-codes-build, `generate/code_index.rs`).
///
/// The scheme is that of `PTHash` (Pibiri and Trani, SIGIR 2021): keys fall into small buckets, and each bucket has a
/// pilot, a number that takes all of its keys to slots that no other key has.
#[derive(Debug)]
pub struct CodeIndex {
    codes: &'static TextColumn,
    /// For each bucket. Their number is a power of two.
    pilots: &'static [u16],
    /// For each slot, the key; 0, which is no code's, if it is free. Their number is a power of two.
    keys: &'static [u64],
    /// For each slot, the row.
    rows: &'static [u32],
}

impl CodeIndex {
    /// An index over `codes`, as the build has computed it.
    #[must_use]
    pub const fn new(
        codes: &'static TextColumn,
        pilots: &'static [u16],
        keys: &'static [u64],
        rows: &'static [u32],
    ) -> Self {
        Self { codes, pilots, keys, rows }
    }

    /// The row of a code.
    #[must_use]
    #[inline]
    pub const fn find(&self, code: &str) -> Option<usize> {
        let key = key(code.as_bytes());
        let hash = fold(key);
        let pilot = self.pilots[(hash >> 40) as usize & (self.pilots.len() - 1)];
        let slot = ((hash ^ pilot as u64).wrapping_mul(MULTIPLIER) >> 32) as usize & (self.keys.len() - 1);
        if self.keys[slot] != key || key == 0 {
            return None;
        }
        let row = self.rows[slot] as usize;
        if key & LONG != 0 && !equal(self.codes.get(row).as_bytes(), code.as_bytes()) {
            return None;
        }
        Some(row)
    }
}

/// An odd number without a pattern: 2^64 by the golden ratio.
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Set in the key of a code of more than eight bytes.
const LONG: u64 = 1 << 63;

/// The bytes of a code of up to eight, the first lowest; the words of a longer one, folded together.
#[inline]
const fn key(code: &[u8]) -> u64 {
    // Two reads that overlap cover every length of their class, and agree where they do.
    match (code.first_chunk(), code.last_chunk(), code.len()) {
        (_, _, 0) => 0,
        (_, _, length @ 1..4) => {
            let middle = length / 2;
            let last = length - 1;
            code[0] as u64 | (code[middle] as u64) << (8 * middle) | (code[last] as u64) << (8 * last)
        }
        (Some(first), Some(last), length @ 4..9) => {
            u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << (8 * (length - 4))
        }
        _ => long_key(code),
    }
}

/// The key of a code of more than eight bytes.
const fn long_key(code: &[u8]) -> u64 {
    let mut rest = code;
    let mut key = code.len() as u64;
    while let Some((word, after)) = rest.split_first_chunk() {
        key = fold(key ^ u64::from_le_bytes(*word));
        rest = after;
    }
    if let Some(last) = code.last_chunk() {
        key = fold(key ^ u64::from_le_bytes(*last));
    }
    key | LONG
}

/// Both halves of the product, so that every bit of the key counts in every bit of the hash.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
const fn fold(key: u64) -> u64 {
    let product = key as u128 * MULTIPLIER as u128;
    product as u64 ^ (product >> 64) as u64
}

/// `==` on slices is not `const` yet.
const fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
