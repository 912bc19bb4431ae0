// The fields of an entry, the most telling one first; their numbers are those in search-data.js.
const CODE = 0;
const NAME = 1;
const MESSAGE = 2;
const PARAMS = 7;

// The entry with its texts as they are searched, in the order of `token-codes search`: each with its field, its locale
// (`null` if it is for every one), its language, how it is written, and how it is compared.
function withTexts(entry) {
  const plain = (field, text) => ({ field, locale: null, language: null, written: text, folded: fold(text) });
  const texts = [plain(CODE, entry.code), plain(NAME, entry.name)];
  for (const [field, locale, language, parts] of entry.texts) {
    const folded = fold(named(parts, entry.params));
    const text = { field, locale, language, written: parts.join(""), folded };
    if (field === MESSAGE) text.pieces = parts.filter((_, index) => index % 2 === 0).map(squeeze);
    texts.push(text);
  }
  texts.push(...entry.params.map((param) => plain(PARAMS, param)));
  return { code: entry.code, slug: entry.slug, texts };
}

// The text with its placeholders by name, whichever way they are written: every second part is one.
function named(parts, params) {
  const name = (placeholder) => placeholder.replace(/^\{(\d+)\}$/, (_, index) => `{${params[index]}}`);
  return parts.map((part, index) => (index % 2 === 0 ? part : name(part))).join("");
}

// The text without white space: how it was broken into lines is no matter.
function squeeze(text) {
  return fold(text).replace(/\p{White_Space}+/gu, "");
}
