//! The perfect hash that finds a code by its text.
//!
//! Keys and slots are computed as `token-codes` does when it looks a code up (`code_index.rs` there, which describes the
//! scheme): the two must change together, and with them the format of the tables. That crate has no dependency that
//! could hold them for both.

use super::literal::push_array;
use crate::catalog::Entry;

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const LONG: u64 = 1 << 63;

/// The tables of the hash.
struct CodeIndex {
    pilots: Vec<u16>,
    /// For each slot, the key and the row.
    slots: Vec<Option<(u64, usize)>>,
}

/// The value of the index over `entries`, as an expression.
pub(super) fn expression(entries: &[Entry], indent: &str) -> String {
    let index = CodeIndex::new(&entries.iter().map(|entry| key(entry.code.as_bytes())).collect::<Vec<_>>());
    let mut out = "p::CodeIndex::new(&CODES, &".to_owned();
    push_array(&mut out, indent, index.pilots.iter().map(u16::to_string));
    out.push_str(", &");
    push_array(
        &mut out,
        indent,
        index.slots.iter().map(|slot| format!("{:#x}", slot.map_or(0, |(key, _)| key))),
    );
    out.push_str(", &");
    push_array(&mut out, indent, index.slots.iter().map(|slot| slot.map_or(0, |(_, row)| row).to_string()));
    out.push(')');
    out
}

impl CodeIndex {
    /// The index over keys that are all different, each of which stands for the row of its number.
    ///
    /// Of two long codes that happened to have one key, no pilot could part them; for 100,000 of them, the chance is
    /// one in four billion.
    fn new(keys: &[u64]) -> Self {
        // A small catalog has one bucket and room enough, so that its one pilot is known at compile time.
        let small = keys.len() <= 16;
        let slots = if small { 64 } else { (keys.len() + keys.len() / 4).next_power_of_two() };
        let buckets = if small { 1 } else { (keys.len() / 4).next_power_of_two() };
        // With twice the room, a search that fails is sure to succeed after a few turns.
        (0..).find_map(|turn| Self::with_size(keys, buckets, slots << turn)).expect("the range has no end")
    }

    /// The index with so many slots, if there are pilots for it.
    fn with_size(keys: &[u64], buckets: usize, slots: usize) -> Option<Self> {
        let mut rows_of_bucket = vec![Vec::new(); buckets];
        for (row, &key) in keys.iter().enumerate() {
            rows_of_bucket[bucket(key, buckets)].push(row);
        }
        let mut index = Self { pilots: vec![0; buckets], slots: vec![None; slots] };
        // The fullest are the hardest to place, so they come first, while there is room.
        let mut order: Vec<usize> = (0..buckets).collect();
        order.sort_by_key(|&bucket| std::cmp::Reverse(rows_of_bucket[bucket].len()));
        for bucket in order {
            index.pilots[bucket] = index.place(keys, &rows_of_bucket[bucket])?;
        }
        Some(index)
    }

    /// The first pilot that takes these rows to free slots, which they then take.
    fn place(&mut self, keys: &[u64], rows: &[usize]) -> Option<u16> {
        let room = self.slots.len();
        let at = |row: usize, pilot| slot(keys[row], pilot, room);
        (0..=u16::MAX).find(|&pilot| {
            let placed = rows.iter().take_while(|&&row| {
                let slot = &mut self.slots[at(row, pilot)];
                let is_free = slot.is_none();
                if is_free {
                    *slot = Some((keys[row], row));
                }
                is_free
            });
            let placed = placed.count();
            if placed < rows.len() {
                rows[..placed].iter().for_each(|&row| self.slots[at(row, pilot)] = None);
            }
            placed == rows.len()
        })
    }
}

fn bucket(key: u64, buckets: usize) -> usize {
    usize::try_from(fold(key) >> 40).unwrap_or_default() & (buckets - 1)
}

fn slot(key: u64, pilot: u16, slots: usize) -> usize {
    let hash = (fold(key) ^ u64::from(pilot)).wrapping_mul(MULTIPLIER);
    usize::try_from(hash >> 32).unwrap_or_default() & (slots - 1)
}

fn key(code: &[u8]) -> u64 {
    let word = |bytes: &[u8]| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(word)
    };
    if code.len() <= 8 {
        return word(code);
    }
    let words = code.chunks_exact(8).chain([&code[code.len() - 8..]]);
    words.fold(code.len() as u64, |key, bytes| fold(key ^ word(bytes))) | LONG
}

#[allow(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
fn fold(key: u64) -> u64 {
    let product = u128::from(key) * u128::from(MULTIPLIER);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_slot_of_its_own() {
        for number in [0, 1, 13, 16, 17, 1_000, 10_000] {
            for code in [|n| format!("TOK{n:05}"), |n| format!("{n:06}"), |n| format!("DM-load-unit-{n}")] {
                let keys: Vec<u64> = (0..number).map(|n: usize| key(code(n).as_bytes())).collect();
                let index = CodeIndex::new(&keys);
                assert!(index.slots.len() <= (2 * number).next_power_of_two().max(64), "{number}");
                for (row, &key) in keys.iter().enumerate() {
                    let pilot = index.pilots[bucket(key, index.pilots.len())];
                    assert_eq!(index.slots[slot(key, pilot, index.slots.len())], Some((key, row)));
                }
            }
        }
    }
}
