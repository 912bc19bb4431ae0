//! Finds a code by its text.

/// A perfect hash of a catalog's codes: each has a slot of its own, which one multiplication finds.
///
/// A code of up to eight bytes is its own key, packed in a `u64`: to compare keys is to compare codes. A longer one is
/// hashed into a key, and is compared as text as well. The build searches the multiplier and the pilots, and computes
/// keys and slots as this does (token-codes-build, `generate/code_index.rs`).
///
/// The scheme is that of `PTHash` (Pibiri and Trani, SIGIR 2021): keys fall into small buckets, and each bucket has a
/// pilot, a number that takes all of its keys to slots that no other key has.
#[derive(Debug)]
pub struct CodeIndex<C: 'static> {
    multiplier: u64,
    /// For each bucket. Their number is a power of two.
    pilots: &'static [[u8; 2]],
    /// For each slot, the key; if it is free, a number that is no text's key. Their number is a power of two.
    keys: &'static [[u8; 8]],
    /// For each slot, the code; any, if it is free.
    codes: &'static [C],
}

impl<C: Copy> CodeIndex<C> {
    /// The index, as the build has computed it; the bytes of a number are in one string, the lowest first.
    #[must_use]
    pub const fn new(
        multiplier: u64,
        pilots: &'static [u8],
        keys: &'static [u8],
        codes: &'static [C],
    ) -> Self {
        Self { multiplier, pilots: pilots.as_chunks().0, keys: keys.as_chunks().0, codes }
    }

    /// The codes of the slots: in each, that of `all` whose index is there, of four bytes.
    ///
    /// Evaluated at compile time. Written out, the codes would be an expression a slot; and with indices alone, a lookup
    /// would have one more place to read.
    #[must_use]
    pub const fn codes<const SLOTS: usize>(all: &[C], indices: &'static [u8]) -> [C; SLOTS] {
        let (indices, _) = indices.as_chunks();
        let mut codes = [all[0]; SLOTS];
        let mut slot = 0;
        while slot < SLOTS {
            codes[slot] = all[u32::from_le_bytes(indices[slot]) as usize];
            slot += 1;
        }
        codes
    }

    /// The code that is this text of up to eight bytes.
    #[must_use]
    #[inline]
    pub const fn find_short(&self, code: &str) -> Option<C> {
        match short_key(code.as_bytes()) {
            Some(key) => self.find_key(key),
            None => None,
        }
    }

    /// The only code that this text of more than eight bytes can be: whether it is, remains to be seen.
    #[must_use]
    pub const fn find_long(&self, code: &str) -> Option<C> {
        self.find_key(long_key(code.as_bytes(), self.multiplier))
    }

    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "only the low bits count")]
    const fn find_key(&self, key: u64) -> Option<C> {
        let hash = fold(key, self.multiplier);
        let pilot = u16::from_le_bytes(self.pilots[(hash >> 32) as usize & (self.pilots.len() - 1)]);
        let slot = (hash as usize ^ pilot as usize) & (self.keys.len() - 1);
        if u64::from_le_bytes(self.keys[slot]) == key { Some(self.codes[slot]) } else { None }
    }
}

/// The highest byte of the key of a code of more than eight bytes. No text has it, so no shorter one has such a key.
const LONG: u64 = 0xFE << 56;

/// The key of a code of up to eight bytes: the bytes, the first lowest, and above them one that no text has.
#[inline]
const fn short_key(code: &[u8]) -> Option<u64> {
    // Reads that overlap cover every length of their class, and agree where they do.
    match (code.first_chunk(), code.last_chunk(), code.len()) {
        (Some(first), Some(last), length @ 4..9) => {
            let last = u32::from_le_bytes(*last) as u64 | !0 << 32;
            Some(u32::from_le_bytes(*first) as u64 | last << (8 * (length - 4)))
        }
        (_, _, length @ 1..4) => {
            let (middle, last) = (length / 2, length - 1);
            let key = code[0] as u64 | (code[middle] as u64) << (8 * middle);
            Some(key | (code[last] as u64 | !0 << 8) << (8 * last))
        }
        _ => None,
    }
}

/// The key of a code of more than eight bytes.
const fn long_key(code: &[u8], multiplier: u64) -> u64 {
    let mut rest = code;
    let mut hash = 0;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = fold(hash ^ u64::from_le_bytes(*word), multiplier);
        rest = after;
    }
    if let Some(last) = code.last_chunk() {
        hash = fold(hash ^ u64::from_le_bytes(*last), multiplier);
    }
    // The length last: among the first bytes, it would cancel one of them, whatever the multiplier.
    (hash >> 8 ^ code.len() as u64) | LONG
}

/// Both halves of the product, so that every bit of the key counts in every bit of the hash.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
const fn fold(key: u64, multiplier: u64) -> u64 {
    let product = key as u128 * multiplier as u128;
    product as u64 ^ (product >> 64) as u64
}

/// Whether two texts are the same: `==` is not `const` yet.
#[must_use]
pub const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
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
