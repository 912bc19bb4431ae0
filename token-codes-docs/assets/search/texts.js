// The fields of an entry, the most telling one first; their numbers are those in search-data.js.
const CODE = 0;
const NAME = 1;
const MESSAGE = 2;
const PARAMS = 7;
const COLUMNS = 8;

// What stands for a value.
const PLACEHOLDER = "\0";

// The entry with its texts as they are searched, in the order of `token-codes search`: each with its field, its locale
// (`null` if it is for every one), its language, how it is written, and how it is compared.
function withTexts(entry) {
  const plain = (field, text) => ({ field, locale: null, language: null, written: text, folded: fold(text) });
  const texts = [plain(CODE, entry.code), plain(NAME, entry.name)];
  for (const [field, locale, language, parts] of entry.texts) {
    const folded = fold(named(parts, entry.params));
    const text = { field, locale, language, written: parts.join(""), folded };
    if (field === MESSAGE) Object.assign(text, piecesOf(parts));
    texts.push(text);
  }
  texts.push(...entry.params.map((param) => plain(PARAMS, param)));
  texts.push(...(entry.columns ?? []).map((text) => plain(COLUMNS, text)));
  return { code: entry.code, slug: entry.slug, retired: entry.retired, texts };
}

// The text with its placeholders by name, whichever way they are written: every second part is one.
function named(parts, params) {
  const name = (placeholder) => placeholder.replace(/^\{(\d+)\}$/, (_, index) => `{${params[index]}}`);
  return parts.map((part, index) => (index % 2 === 0 ? part : name(part))).join("");
}

// The pieces of a message between its placeholders, and those of each of its lines if there are several.
function piecesOf(parts) {
  const message = parts.map((part, index) => (index % 2 === 0 ? part : PLACEHOLDER)).join("");
  const split = (text) => text.split(PLACEHOLDER).map(squeeze);
  const lines = message.trim().split("\n");
  return { pieces: split(message), lines: lines.length > 1 ? lines.map(split) : [] };
}

// The text without white space: how it was broken into lines is no matter. Of two hyphens, some programs make a dash.
function squeeze(text) {
  return fold(text).replace(/\p{White_Space}+/gu, "").replace(/-+/g, "-");
}
