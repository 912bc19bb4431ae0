// Which message a text is, with its values filled in: what a customer has pasted, or a line of a log.
//
// Between the placeholders, a message is the same whatever fills them. So its code is the one whose pieces are in the
// text, in their order. Only a part of the message may be given, and something else may stand around it. Logs have a line
// for each line of a message, so each of them is looked for as well. The rules are those of `token-codes search`.

// A whole message of fewer characters is in many a text by chance.
const ENOUGH_OF_WHOLE = 4;

// So is a part of one.
const ENOUGH_OF_PART = 6;

// And a line of one.
const ENOUGH_OF_LINE = 8;

// The entries one of whose messages the text may be; the one that explains the most of it first.
function identifiedHits(entries, wanted) {
  const text = squeeze(wanted);
  const hits = entries.map((entry) => identifiedHit(entry, text)).filter((hit) => hit !== null);
  hits.sort((left, right) => right.explained - left.explained);
  // A short message in the text of a long one is there by chance.
  return hits.filter((hit) => hit.explained * 2 >= hits[0].explained);
}

function identifiedHit(entry, text) {
  let best = null;
  for (const message of entry.texts) {
    if (message.field !== MESSAGE) continue;
    const explained = mostOf(message.variants.map((variant) => explainedByMessage(variant, text)));
    if (explained !== null && explained > (best?.explained ?? -1)) {
      best = { entry, identified: true, texts: [message], explained };
    }
  }
  return best;
}

// How many characters of the text are the message's own, if it is that message or a part of it.
function explainedByMessage({ pieces, lines }, text) {
  return mostOf([explainedBy(pieces, text), ...lines.map((pieces) => explainedByLine(pieces, text))]);
}

function explainedBy(pieces, text) {
  // Before the message, there may be anything.
  const parts = ["", ...pieces];
  const found = parts.map((_, first) => follow(parts, first, text));
  return mostOf(found.map((found) => (isEnough(found, text) ? found.characters : null)));
}

function explainedByLine(pieces, text) {
  const { isWhole, characters } = follow(["", ...pieces], 0, text);
  return isWhole && characters >= ENOUGH_OF_LINE ? characters : null;
}

function mostOf(counts) {
  return counts.reduce((most, count) => (count !== null && count > (most ?? -1) ? count : most), null);
}

function isEnough({ characters, isWhole, hasValue, goesOn }, text) {
  if (isWhole && characters >= ENOUGH_OF_WHOLE) return true;
  // A part without a value is found by its words, as any text is.
  const isPart = hasValue && !goesOn && characters * 2 >= countCharacters(text);
  return isPart && characters >= ENOUGH_OF_PART;
}

// Follows the message through the text, which starts at the end of the `first` piece or anywhere after it.
function follow(pieces, first, text) {
  const start = commonPart(text, pieces[first]);
  const found = { characters: countCharacters(start), isWhole: first === 0, hasValue: false, goesOn: false };
  let rest = text.slice(start.length);
  for (let index = first + 1; index < pieces.length; index += 1) {
    const piece = pieces[index];
    const isLast = index + 1 === pieces.length;
    let value = rest.indexOf(piece);
    let there = piece;
    if (value >= 0 && isLast && piece === "") {
      // The message ends with a placeholder, so all that is left is its value.
      value = rest.length;
    } else if (value < 0) {
      found.isWhole = false;
      there = commonPart(piece, rest);
      value = rest.length - there.length;
    }
    found.characters += countCharacters(there);
    // What is before the message is no value.
    if (index > 1 && value > 0) found.hasValue = true;
    rest = rest.slice(value + there.length);
    if (rest === "") {
      // Of those that follow, no two are empty side by side.
      if (index + 2 < pieces.length || (pieces[index + 1] ?? "") !== "") found.isWhole = false;
      break;
    }
  }
  found.goesOn = rest !== "";
  return found;
}

// The longest start of `text` with which `other` ends.
function commonPart(text, other) {
  const last = other.charCodeAt(other.length - 1);
  for (let length = Math.min(text.length, other.length); length > 0; length -= 1) {
    // Nearly always enough, and much quicker.
    if (text.charCodeAt(length - 1) !== last) continue;
    const start = text.slice(0, length);
    if (other.endsWith(start)) return start;
  }
  return "";
}

// A character beyond the first 65,536 has two units.
function countCharacters(text) {
  let count = text.length;
  for (const pair of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) count -= pair[0].length - 1;
  return count;
}
