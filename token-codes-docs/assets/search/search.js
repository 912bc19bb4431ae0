// The entries whose message was given, then those that have the words; best first. `entries` have their texts.
function search(entries, wanted, locale) {
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  const identified = identifiedHits(entries, wanted);
  const known = new Set(identified.map((hit) => hit.entry));
  const ranked = rankedHits(entries, words, locale).filter((hit) => !known.has(hit.entry));
  return [...identified, ...ranked];
}

// The words, folded; each once.
function wordsOf(wanted) {
  const words = wanted.split(/\p{White_Space}+/u).filter((word) => word !== "");
  return [...new Set(words.map(fold))];
}
