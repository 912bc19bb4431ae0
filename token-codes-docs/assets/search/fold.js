"use strict";

// Texts as a search compares them, as in `token-codes search`: upper and lower case are the same, and so are full width
// and half width, straight and curly quotes, and dashes of any length. What is not seen is left out. Marks are characters
// of their own, so that the halves of `ｶﾞ` are those of `ガ`.
function fold(text) {
  // Before as well, since `´` would become a space with a mark.
  const seen = plain(text).normalize("NFKD").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  // The lower case of a whole text would have another letter at the end of a word.
  return plain(seen).replaceAll("Σ", "σ").toLowerCase();
}

// With what a keyboard has in the place of characters that phones and word processors put there.
function plain(text) {
  return text.replace(/[‘’‚‛′‵ʹʼ`´]/g, "'").replace(/[“”„‟″‶«»]/g, '"').replace(/[‐‑‒–—―−]/g, "-");
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
