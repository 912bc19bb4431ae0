//! The perfect hash that finds a code by its text.
//!
//! Keys and slots are computed as `token-codes` does when it looks a code up (`code_index.rs` there, which describes the
//! scheme): the two must change together, and with them the format of the tables. That crate has no dependency that
//! could hold them for both.

use std::error::Error;
use std::fmt;

use super::write::{push_bytes, push_numbers, write_static};
use crate::catalog::Entry;

/// The highest byte of the key of a code of more than eight bytes, which no text has.
const LONG: u64 = 0xFE << 56;

/// In the place of a key, where a slot is free: no text has it.
const FREE: u64 = !0;

/// Why no Rust could be generated for a catalog: no table finds its codes by their texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenerateError {
    message: String,
}

impl GenerateError {
    fn new(codes: &[&str]) -> Self {
        let mut sorted = codes.to_vec();
        sorted.sort_unstable();
        let message = match sorted.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => format!("the code `{}` stands in the catalog twice", pair[0]),
            None => format!("no index over the {} codes was found; please report this catalog", codes.len()),
        };
        Self { message }
    }
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for GenerateError {}

/// The tables of the hash.
struct CodeIndex {
    multiplier: u64,
    pilots: Vec<u16>,
    /// For each slot, the key and the row.
    slots: Vec<Option<(u64, usize)>>,
}

/// Appends the index over `entries`, and the codes of its slots.
pub(super) fn write(out: &mut String, entries: &[Entry]) -> Result<(), GenerateError> {
    let codes: Vec<_> = entries.iter().map(|entry| &*entry.code).collect();
    let index = CodeIndex::new(&codes).ok_or_else(|| GenerateError::new(&codes))?;
    let mut codes = "p::CodeIndex::codes(&ALL, ".to_owned();
    push_numbers(&mut codes, index.slots.iter().map(|slot| slot.map_or(0, |(_, row)| row)));
    codes.push(')');
    write_static(out, "BY_SLOT", &format!("[Code; {}]", index.slots.len()), &codes);
    let mut value = format!("p::CodeIndex::new({:#x}, ", index.multiplier);
    push_bytes(&mut value, index.pilots.iter().flat_map(|pilot| pilot.to_le_bytes()));
    value.push_str(", ");
    let key = |slot: &Option<(u64, usize)>| slot.map_or(FREE, |(key, _)| key);
    push_bytes(&mut value, index.slots.iter().flat_map(|slot| key(slot).to_le_bytes()));
    value.push_str(", &BY_SLOT)");
    write_static(out, "BY_CODE", "p::CodeIndex<Code>", &value);
    Ok(())
}

impl CodeIndex {
    /// The index over codes, each of which stands for the row of its number; `None` if two of them are the same.
    ///
    /// For codes that differ, there is one: keys that are the same under one multiplier are not under the next.
    fn new(codes: &[&str]) -> Option<Self> {
        // A small catalog has one bucket and room enough, so that its one pilot is known at compile time.
        let small = codes.len() <= 16;
        let slots = if small { 64 } else { (codes.len() + codes.len() / 4).next_power_of_two() };
        let buckets = if small { 1 } else { (codes.len() / 4).next_power_of_two() };
        // About every second multiplier serves, and with more room nearly each.
        multipliers().zip(0..MOST_TURNS).find_map(|(multiplier, turn)| {
            Self::with_multiplier(multiplier, codes, buckets, slots << (turn / TURNS_OF_A_SIZE))
        })
    }

    /// The index with this multiplier and so many slots, if there are pilots for it.
    fn with_multiplier(multiplier: u64, codes: &[&str], buckets: usize, slots: usize) -> Option<Self> {
        let keys: Vec<u64> = codes.iter().map(|code| key(code.as_bytes(), multiplier)).collect();
        let hashes: Vec<u64> = keys.iter().map(|&key| fold(key, multiplier)).collect();
        let mut rows_of_bucket = vec![Vec::new(); buckets];
        for (row, &hash) in hashes.iter().enumerate() {
            rows_of_bucket[bucket(hash, buckets)].push(row);
        }
        let mut index = Self { multiplier, pilots: vec![0; buckets], slots: vec![None; slots] };
        // The fullest are the hardest to place, so they come first, while there is room.
        let mut order: Vec<usize> = (0..buckets).collect();
        order.sort_by_key(|&bucket| std::cmp::Reverse(rows_of_bucket[bucket].len()));
        for bucket in order {
            let rows = &rows_of_bucket[bucket];
            let pilot = index.free_pilot(rows.iter().map(|&row| hashes[row]))?;
            index.pilots[bucket] = pilot;
            for &row in rows {
                index.slots[slot(hashes[row], pilot, slots)] = Some((keys[row], row));
            }
        }
        Some(index)
    }

    /// The first pilot that takes these hashes to free slots, a different one for each.
    fn free_pilot(&self, hashes: impl Iterator<Item = u64> + Clone) -> Option<u16> {
        let slots = self.slots.len();
        // A pilot moves all of a bucket alike: two in one slot stay in one.
        let mut unmoved: Vec<usize> = hashes.map(|hash| slot(hash, 0, slots)).collect();
        unmoved.sort_unstable();
        if unmoved.windows(2).any(|pair| pair[0] == pair[1]) {
            return None;
        }
        let is_free = |pilot: u16| unmoved.iter().all(|slot| self.slots[slot ^ usize::from(pilot)].is_none());
        let last = u16::try_from(slots - 1).unwrap_or(u16::MAX);
        (0..=last).find(|&pilot| is_free(pilot))
    }
}

/// How often the search for a multiplier may fail before there are twice the slots, and in all.
const TURNS_OF_A_SIZE: u32 = 16;
const MOST_TURNS: u32 = 4 * TURNS_OF_A_SIZE;

/// Odd numbers without a pattern; the first is 2^64 by the golden ratio.
fn multipliers() -> impl Iterator<Item = u64> {
    const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
    std::iter::successors(Some(FIRST), |&multiplier| Some(fold(multiplier, FIRST) | 1))
}

fn bucket(hash: u64, buckets: usize) -> usize {
    usize::try_from(hash >> 32).unwrap_or_default() & (buckets - 1)
}

#[allow(clippy::cast_possible_truncation, reason = "only the low bits count")]
fn slot(hash: u64, pilot: u16, slots: usize) -> usize {
    (hash as usize ^ usize::from(pilot)) & (slots - 1)
}

fn key(code: &[u8], multiplier: u64) -> u64 {
    let word = |bytes: &[u8]| {
        let mut word = [0xFF; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(word)
    };
    if code.len() <= 8 {
        return word(code);
    }
    let words = code.chunks_exact(8).chain([&code[code.len() - 8..]]);
    let hash = words.fold(0, |hash, bytes| fold(hash ^ word(bytes), multiplier));
    // The length last: among the first bytes, it would cancel one of them, whatever the multiplier.
    (hash >> 8 ^ code.len() as u64) | LONG
}

#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
fn fold(key: u64, multiplier: u64) -> u64 {
    let product = u128::from(key) * u128::from(multiplier);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn index(codes: &[String]) -> CodeIndex {
        CodeIndex::new(&codes.iter().map(String::as_str).collect::<Vec<_>>()).expect("the codes differ")
    }

    #[track_caller]
    fn assert_finds_all(index: &CodeIndex, codes: &[String]) {
        for (row, code) in codes.iter().enumerate() {
            let key = key(code.as_bytes(), index.multiplier);
            let hash = fold(key, index.multiplier);
            let pilot = index.pilots[bucket(hash, index.pilots.len())];
            assert_eq!(index.slots[slot(hash, pilot, index.slots.len())], Some((key, row)), "{code}");
        }
    }

    proptest! {
        /// Of few letters, so that many are alike but for one of them or their length.
        #[test]
        fn codes_of_every_length_have_an_index(codes in prop::collection::btree_set("[0-3AB@`]{1,40}", 1..60)) {
            let codes: Vec<String> = codes.into_iter().collect();
            assert_finds_all(&index(&codes), &codes);
        }

        /// Were the length mixed into one byte, it could be cancelled by that byte.
        #[test]
        fn a_length_cancels_no_byte(code in "[ -~]{9,40}", more in 1_usize..30, at in 0_usize..40) {
            let at = at % code.len();
            let longer = code.len() + more;
            let mut bytes = [code.as_bytes(), &code.as_bytes()[code.len() - 1..].repeat(more)].concat();
            bytes[at] ^= u8::try_from(code.len() ^ longer).expect("both are short");
            if let Ok(other) = String::from_utf8(bytes) {
                let codes: BTreeSet<String> = [code, other].into();
                let codes: Vec<String> = codes.into_iter().collect();
                assert_finds_all(&index(&codes), &codes);
            }
        }
    }

    #[test]
    fn codes_whose_length_could_cancel_a_byte_are_parted() {
        for codes in [["A00000001", "B000000001"], ["0000000000", "3000000000"], ["aaaaaaaaa", "aaaaaaaaaa"]]
        {
            let codes = codes.map(str::to_owned);
            assert_finds_all(&index(&codes), &codes);
        }
    }

    #[test]
    fn codes_that_are_the_same_have_none() {
        let codes = ["TOK001", "TOK002", "TOK001"];
        assert!(CodeIndex::new(&codes).is_none());
        let error = GenerateError::new(&codes);
        assert_eq!(error.to_string(), "the code `TOK001` stands in the catalog twice");
    }

    #[test]
    fn every_code_has_a_slot_of_its_own() {
        let forms: [fn(usize) -> String; 4] = [
            |n| format!("TOK{n:05}"),
            |n| format!("{n:06}"),
            |n| format!("{n:x}"),
            |n| format!("DM-load-unit-{n}"),
        ];
        for number in [0, 1, 13, 16, 17, 100, 1_000, 10_000] {
            for form in forms {
                let codes: Vec<String> = (0..number).map(form).collect();
                let index = index(&codes);
                assert!(index.slots.len() <= (2 * number).next_power_of_two().max(64), "{number}");
                assert_finds_all(&index, &codes);
            }
        }
    }

    #[test]
    fn texts_that_differ_have_keys_that_differ() {
        let texts =
            ["", "A", "A\0", "\0", "\0\0\0\0\0\0\0\0", "TOK001", "TOK001\0", "TOK001\0\0", "TOK001\0\0\0"];
        let mut keys: Vec<u64> = texts.iter().map(|text| key(text.as_bytes(), 1)).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), texts.len());
    }

    #[test]
    fn codes_that_one_multiplier_cannot_part_are_parted_by_another() {
        let codes: Vec<String> = (1..=13).map(|n| format!("TOK{n:03}")).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let tried = |multiplier| CodeIndex::with_multiplier(multiplier, &codes, 1, 16).is_some();
        assert!(multipliers().take(1_000).any(|multiplier| !tried(multiplier)));
        assert_eq!(CodeIndex::new(&codes).expect("they differ").slots.iter().flatten().count(), 13);
    }
}
