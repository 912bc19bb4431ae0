"use strict";

// Texts as a search compares them, as in `token-codes search`: upper and lower case are the same, and so are full width
// and half width. Marks are characters of their own, so that the halves of `ｶﾞ` are those of `ガ`.
function fold(text) {
  // The lower case of a whole text would have another letter at the end of a word.
  return text.normalize("NFKD").replaceAll("Σ", "σ").toLowerCase();
}

// Where a folded word stands in a folded text for the first time from there on; -1 if nowhere. A mark belongs to the
// character before it: `か` is not in `が`.
function placeOf(text, word, from = 0) {
  const mark = /\p{M}/uy;
  for (let place = text.indexOf(word, from); place >= 0; place = text.indexOf(word, place + 1)) {
    mark.lastIndex = place + word.length;
    if (!mark.test(text)) return place;
  }
  return -1;
}

// The text in parts, each with whether it is one of the folded words.
function partsOf(original, words) {
  const characters = [...original].map((text) => ({ text, found: false }));
  const units = characters.flatMap((character) => fold(character.text).split("").map(() => character));
  const folded = characters.map((character) => fold(character.text)).join("");
  for (const word of words) {
    for (let place = placeOf(folded, word); place >= 0; place = placeOf(folded, word, place + 1)) {
      for (const character of units.slice(place, place + word.length)) character.found = true;
    }
  }
  const parts = [];
  for (const { text, found } of characters) {
    const last = parts.at(-1);
    if (last?.found === found) last.text += text;
    else parts.push({ text, found });
  }
  return parts;
}
