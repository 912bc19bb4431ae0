//! The perfect hash that finds a code by its text.
//!
//! Keys and slots are computed as `token-codes` does when it looks a code up (`code_index.rs` there, which describes the
//! scheme): the two must change together, and with them the format of the tables. That crate has no dependency that
//! could hold them for both.

use super::literal::push_bytes;
use super::tables::{INDENT, push_numbers, write_column};
use crate::catalog::Entry;

/// The highest byte of the key of a code of more than eight bytes, which no text has.
const LONG: u64 = 0xFE << 56;

/// In the place of a key, where a slot is free: no text has it.
const FREE: u64 = !0;

/// The tables of the hash.
struct CodeIndex {
    multiplier: u64,
    pilots: Vec<u16>,
    /// For each slot, the key and the row.
    slots: Vec<Option<(u64, usize)>>,
}

/// Appends the index over `entries`, and the codes of its slots.
pub(super) fn write(out: &mut String, entries: &[Entry]) {
    let index = CodeIndex::new(&entries.iter().map(|entry| &*entry.code).collect::<Vec<_>>());
    let mut codes = "p::CodeIndex::codes(&ALL, ".to_owned();
    push_numbers(&mut codes, INDENT, index.slots.iter().map(|slot| slot.map_or(0, |(_, row)| row)));
    codes.push(')');
    // That a loop at compile time is long is no mistake in it.
    out.push_str("    #[allow(long_running_const_eval)]\n");
    write_column(out, "BY_SLOT", &format!("[Code; {}]", index.slots.len()), &codes);
    let mut value = format!("p::CodeIndex::new({:#x}, ", index.multiplier);
    push_bytes(&mut value, INDENT, index.pilots.iter().flat_map(|pilot| pilot.to_le_bytes()));
    value.push_str(", ");
    let key = |slot: &Option<(u64, usize)>| slot.map_or(FREE, |(key, _)| key);
    push_bytes(&mut value, INDENT, index.slots.iter().flat_map(|slot| key(slot).to_le_bytes()));
    value.push_str(", &BY_SLOT)");
    write_column(out, "BY_CODE", "p::CodeIndex<Code>", &value);
}

impl CodeIndex {
    /// The index over codes that are all different, each of which stands for the row of its number.
    fn new(codes: &[&str]) -> Self {
        // A small catalog has one bucket and room enough, so that its one pilot is known at compile time.
        let small = codes.len() <= 16;
        let slots = if small { 64 } else { (codes.len() + codes.len() / 4).next_power_of_two() };
        let buckets = if small { 1 } else { (codes.len() / 4).next_power_of_two() };
        // About every second multiplier serves, and with more room nearly each.
        let found = multipliers().zip(0..MOST_TURNS).find_map(|(multiplier, turn)| {
            Self::with_multiplier(multiplier, codes, buckets, slots << (turn / TURNS_OF_A_SIZE))
        });
        found.expect("codes that are all different have a perfect hash")
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
    words.fold(code.len() as u64, |hash, bytes| fold(hash ^ word(bytes), multiplier)) >> 8 | LONG
}

#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
fn fold(key: u64, multiplier: u64) -> u64 {
    let product = u128::from(key) * u128::from(multiplier);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

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
                let index = CodeIndex::new(&codes.iter().map(String::as_str).collect::<Vec<_>>());
                assert!(index.slots.len() <= (2 * number).next_power_of_two().max(64), "{number}");
                for (row, code) in codes.iter().enumerate() {
                    let key = key(code.as_bytes(), index.multiplier);
                    let hash = fold(key, index.multiplier);
                    let pilot = index.pilots[bucket(hash, index.pilots.len())];
                    assert_eq!(index.slots[slot(hash, pilot, index.slots.len())], Some((key, row)));
                }
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
        assert_eq!(CodeIndex::new(&codes).slots.iter().flatten().count(), 13);
    }
}
