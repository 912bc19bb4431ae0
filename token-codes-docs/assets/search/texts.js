// The fields of an entry, the most telling one first; their numbers are those in search-data.js.
const CODE = 0;
const NAME = 1;
const MESSAGE = 2;
const PARAMS = 7;
const COLUMNS = 8;

// The entry with its texts as they are searched, in the order of `token-codes search`: each with its field, its locale
// (`null` if it is for every one), its language, how it is written, and how it is compared.
function withTexts(entry) {
  const plain = (field, text) => ({ field, locale: null, language: null, written: text, folded: fold(text) });
  const texts = [plain(CODE, entry.code), plain(NAME, entry.name)];
  for (const [field, locale, language, parts] of entry.texts) {
    const variants = variantsOf(parts);
    // Also words of which a branch has only the end.
    const folded = [named(parts, entry.params), ...(parts.some(Array.isArray) ? variants : [])].map(fold).join("\n");
    const text = { field, locale, language, written: shown(parts), folded };
    const written = parts.some(Array.isArray) ? [asWritten(parts)] : [];
    if (field === MESSAGE) text.variants = [...variants, ...written].map(piecesOf);
    texts.push(text);
  }
  texts.push(...entry.params.map((param) => plain(PARAMS, param)));
  texts.push(...(entry.columns ?? []).map((text) => plain(COLUMNS, text)));
  return { code: entry.code, slug: entry.slug, retired: entry.retired, texts };
}

// The text with its placeholders by name, whichever way they are written.
function named(parts, params) {
  return shown(parts, (placeholder) => placeholder.replace(/^\{(\d+)\}$/, (_, index) => `{${params[index]}}`));
}

// The text on one line: every second part is a placeholder, or a plural with all of its branches.
function shown(parts, placeholder = (written) => written) {
  const branches = (plural) => plural.map((branch) => shown(branch, placeholder)).join(" | ");
  const special = (part) => {
    if (!Array.isArray(part)) return placeholder(part);
    return part.length > 1 ? `[${branches(part)}]` : branches(part);
  };
  return parts.map((part, index) => (index % 2 === 0 ? part : special(part))).join("");
}

// The pieces of a message between its placeholders, and those of each of its lines if there are several.
function piecesOf(message) {
  // Of values side by side, it cannot be said where one ends, so they are one.
  const isNew = (piece, index, pieces) => piece !== "" || pieces[index - 1] !== "";
  const split = (text) => text.split(PLACEHOLDER).map(squeeze).filter(isNew);
  const lines = message.trim().split("\n");
  return { pieces: split(message), lines: lines.length > 1 ? lines.map(split) : [] };
}

// The text without white space: how it was broken into lines is no matter. Of two hyphens, some programs make a dash.
function squeeze(text) {
  return fold(text).replace(/\p{White_Space}+/gu, "").replace(/-+/g, "-");
}
