// The entries that are named, those whose message was given, then those that have the words, each best first; in the end
// those that may be named by chance, and those that are retired. `entries` have their texts.
function search(entries, wanted, locale) {
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  const { surely, perhaps } = namedHits(entries, wanted);
  const identified = identifiedHits(entries, wanted);
  const ranked = rankedHits(entries, words, locale);
  // Of one that is found in several ways, the one that says the most is shown.
  const best = (named) => [...identified, ...ranked].find((hit) => hit.entry === named.entry) ?? named;
  const hits = [...surely.map(best), ...identified, ...ranked, ...perhaps];
  const known = new Set();
  const found = hits.filter(({ entry }) => !known.has(entry) && known.add(entry));
  return [false, true].flatMap((last) => found.filter(({ entry }) => (entry.retired === true) === last));
}

// The words, folded; each once.
function wordsOf(wanted) {
  const words = wanted.split(/\p{White_Space}+/u).filter((word) => word !== "");
  return [...new Set(words.map(fold))].filter((word) => word !== "");
}
