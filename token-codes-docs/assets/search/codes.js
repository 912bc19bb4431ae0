// Which codes are named in a text, such as `failed with ORD001 at x`, as `token-codes search` finds them.

// The retired codes that are in the text, in the catalog's order.
function retiredIn(retired, wanted) {
  const text = fold(wanted);
  return retired.filter((code) => placesOfCode(fold(code), text).length > 0);
}

// The entries whose codes are in the text with something else beside them, in the order in which they are there: those
// whose codes no text has by chance, and those whose codes may be a word or a number.
function namedHits(entries, wanted) {
  const text = fold(wanted).replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  const found = entries.flatMap((entry) => placesOfCode(entry.texts[CODE].folded, text)
    // A code alone is a word to search for.
    .filter(({ start, end }) => end - start < text.length)
    .map((place) => ({ entry, ...place })));
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  let longest = { start: 0, end: 0 };
  const known = new Set();
  const named = found.filter((place) => {
    // `A1` in `A1-2`, if that is a code as well.
    if (place.end <= longest.end && (place.start !== longest.start || place.end !== longest.end)) return false;
    longest = place;
    if (known.has(place.entry)) return false;
    known.add(place.entry);
    return true;
  });
  const hits = (named) => named.map(({ entry }) => ({ entry, identified: true, texts: [entry.texts[CODE]] }));
  return {
    surely: hits(named.filter(({ entry }) => isDistinct(entry.code))),
    perhaps: hits(named.filter(({ entry }) => !isDistinct(entry.code))),
  };
}

// Where a code stands in a text, both folded. Letters and digits, of which codes are, are not beside it.
function placesOfCode(code, text) {
  const isCode = (character) => /^[a-z0-9]$/.test(character ?? "");
  const places = [];
  for (let start = text.indexOf(code); start >= 0; start = text.indexOf(code, start + code.length)) {
    const end = start + code.length;
    const goesOnBefore = isCode(code[0]) && isCode(text[start - 1]);
    const goesOnAfter = isCode(code.at(-1)) && isCode(text[end]);
    if (!goesOnBefore && !goesOnAfter) places.push({ start, end });
  }
  return places;
}

// Whether it is neither a word nor a number.
function isDistinct(code) {
  return !/^([A-Za-z]+|[0-9]+)$/.test(code);
}
