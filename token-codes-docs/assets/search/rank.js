// How good a place for a word is: the less, the better. After these, each field has a rank of its own.
const WHOLE = 0;
const START = 1;
const WITHIN = 2;

// The entries that have every one of the folded words; best first, then in the catalog's order.
//
// The worst place of a word decides, then the others. Of equal texts, that in the locale is shown.
function rankedHits(entries, words, locale) {
  const hits = entries.map((entry) => rankedHit(entry, words, locale)).filter((hit) => hit !== null);
  return hits.sort((left, right) => compareInTurn(left.ranks, right.ranks));
}

function rankedHit(entry, words, locale) {
  const found = [];
  for (const word of words) {
    const best = bestPlace(entry.texts, word, locale);
    if (best === null) return null;
    found.push(best);
  }
  found.sort((left, right) => right.rank - left.rank);
  const places = new Set(found.map(({ index }) => index));
  const texts = entry.texts.filter((_, index) => places.has(index));
  return { entry, identified: false, texts, ranks: found.map(({ rank }) => rank) };
}

function bestPlace(texts, word, locale) {
  let best = null;
  texts.forEach((text, index) => {
    const rank = rankOf(text, word);
    if (rank === null) return;
    const isOther = text.locale !== null && text.locale !== locale;
    const place = { rank, isOther, index };
    if (best === null || rank < best.rank || (rank === best.rank && best.isOther && !isOther)) best = place;
  });
  return best;
}

function rankOf(text, word) {
  const place = placeOf(text.folded, word);
  if (place < 0) return null;
  const isTitle = text.field === CODE || text.field === NAME;
  if (place > 0 || !isTitle) return WITHIN + text.field;
  return word.length === text.folded.length ? WHOLE : START;
}

function compareInTurn(left, right) {
  const index = left.findIndex((rank, index) => rank !== right[index]);
  return index < 0 ? 0 : left[index] - right[index];
}
